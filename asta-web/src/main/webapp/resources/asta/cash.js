/* The count by denominations: sums as it is typed, Enter goes to the next one. */
(function () {
  const plain = new Intl.NumberFormat(document.documentElement.lang || 'pl', { minimumFractionDigits: 2 });
  const money = { format: function (amount) { return plain.format(amount) + ' PLN'; } };

  function fields(form) {
    return Array.from(form.querySelectorAll('.count input'));
  }

  function add(form) {
    let cents = 0;
    fields(form).forEach(function (field) {
      const pieces = Number.parseInt(field.value, 10) || 0;
      const sum = pieces * Number(field.dataset.cents);
      cents += sum;
      field.closest('.pieces').querySelector('.sum').textContent = sum ? money.format(sum / 100) : '';
    });
    form.querySelector('[data-total]').textContent = money.format(cents / 100);
  }

  function all() {
    document.querySelectorAll('form.counting').forEach(add);
  }

  document.addEventListener('input', function (event) {
    const form = event.target.closest('form.counting');
    if (form && event.target.closest('.count')) {
      add(form);
    }
  });
  document.addEventListener('keydown', function (event) {
    const form = event.target.closest('form.counting');
    if (event.key === 'Enter' && form && event.target.closest('.count')) {
      event.preventDefault();
      const inputs = fields(form);
      const next = inputs[inputs.indexOf(event.target) + 1];
      (next || form.querySelector('.form-actions button')).focus();
    }
  });
  document.addEventListener('DOMContentLoaded', all);
  window.jQuery(document).on('pfAjaxComplete', all);
})();
