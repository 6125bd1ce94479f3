/* Workbench: Enter accepts the best candidate, Alt+Z undoes. Receipt: the button prints. */
function bench() {
  const best = document.querySelector('.candidate .accept');
  if (best) {
    best.focus({ preventScroll: true });
  }
}
document.addEventListener('keydown', function (event) {
  const field = event.target;
  if (event.key === 'Enter' && field.id === 'text' && document.getElementById('bench')) {
    event.preventDefault();
    document.getElementById('find').click();
  }
});
document.addEventListener('keydown', function (event) {
  const undo = document.getElementById('undo');
  if (event.altKey && event.key.toLowerCase() === 'z' && undo) {
    event.preventDefault();
    undo.click();
  }
});
document.addEventListener('DOMContentLoaded', function () {
  bench();
  const print = document.getElementById('print');
  if (print) {
    print.addEventListener('click', function () { window.print(); });
  }
});
