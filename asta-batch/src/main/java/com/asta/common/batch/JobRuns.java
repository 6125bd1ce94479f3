package com.asta.common.batch;

import static com.asta.common.service.Database.instant;

import com.asta.common.service.Database;
import com.asta.common.service.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Executions: who started them, and what the server's job repository knows of them. */
@ApplicationScoped
class JobRuns {
  private static final String SELECT =
      """
      select r.execution_id, r.instance_id, r.job, r.parameters::text as parameters, r.started_by,
        r.restart_of, coalesce(e.batchstatus, 'STARTING') as status, e.exitstatus,
        coalesce(e.starttime, r.created_at) as started_at, e.endtime as ended_at,
        not exists (select 1 from common.job_run n
          where n.instance_id = r.instance_id and n.execution_id > r.execution_id) as newest,
        p.total, p.done, p.rejected
      from common.job_run r
      left join job_execution e on e.jobexecutionid = r.execution_id
      left join lateral (
        select sum(total)::bigint as total, sum(done)::bigint as done,
          sum(rejected)::bigint as rejected
        from common.job_progress
        where instance_id = r.instance_id) p on true
      """;

  @Inject private Database database;

  void add(
      long executionId,
      long instanceId,
      String job,
      Map<String, String> parameters,
      String startedBy,
      Long restartOf) {
    database.update(
        "insert into common.job_run"
            + " (execution_id, instance_id, job, parameters, started_by, restart_of)"
            + " values (?, ?, ?, ?::jsonb, ?, ?)",
        executionId,
        instanceId,
        job,
        Json.write(parameters),
        startedBy,
        restartOf);
  }

  /** An execution in the server's job repository that has no row here. */
  record Stray(long executionId, long instanceId, String job, Long restartOf) {}

  List<Stray> strays(Instant boot) {
    return database.rows(
        """
        select e.jobexecutionid, e.jobinstanceid, i.jobname,
          (select max(r.execution_id) from common.job_run r
            where r.instance_id = e.jobinstanceid) as restart_of
        from job_execution e join job_instance i on i.jobinstanceid = e.jobinstanceid
        where e.createtime < ? and not exists (
          select 1 from common.job_run r where r.execution_id = e.jobexecutionid)
        order by e.jobexecutionid
        """,
        row ->
            new Stray(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getObject("restart_of", Long.class)),
        boot);
  }

  void stopRequested(long executionId, String by) {
    database.update(
        "update common.job_run set stopped_by = ? where execution_id = ?", by, executionId);
  }

  JobRun run(long executionId) {
    return database
        .first(SELECT + " where r.execution_id = ?", JobRuns::read, executionId)
        .orElseThrow(() -> new IllegalArgumentException("No job execution " + executionId));
  }

  List<JobRun> list(String job, int offset, int limit) {
    return database.rows(
        SELECT
            + " where ?::text is null or r.job = ? order by r.execution_id desc limit ? offset ?",
        JobRuns::read,
        job,
        job,
        limit,
        offset);
  }

  List<JobRun> ofInstance(long instanceId) {
    return database.rows(
        SELECT + " where r.instance_id = ? order by r.execution_id desc",
        JobRuns::read,
        instanceId);
  }

  List<JobRun> interrupted(Instant boot) {
    return database
        .rows(
            SELECT
                + " where r.stopped_by is null and coalesce(e.createtime, r.created_at) < ? and e.batchstatus in"
                + " ('STARTING', 'STARTED', 'STOPPING', 'STOPPED') order by r.execution_id",
            JobRuns::read,
            boot)
        .stream()
        .filter(JobRun::newest)
        .toList();
  }

  List<JobStep> steps(long executionId) {
    return database.rows(
        """
        select s.stepexecutionid, s.stepname, s.batchstatus, s.exitstatus, s.starttime, s.endtime,
          s.executionexception, s.readcount, s.writecount,
          s.readskipcount + s.processskipcount + s.writeskipcount as skipped,
          (select count(*) from partition_execution q
            where q.stepexecutionid = s.stepexecutionid) as partitions,
          (select count(*) from partition_execution q
            where q.stepexecutionid = s.stepexecutionid
              and q.batchstatus = 'COMPLETED') as partitions_done,
          p.total, p.done, p.rejected
        from step_execution s
        left join lateral (
          select sum(c.total)::bigint as total, sum(c.done)::bigint as done,
            sum(c.rejected)::bigint as rejected
          from common.job_progress c
          join common.job_run r on r.instance_id = c.instance_id
          where r.execution_id = s.jobexecutionid and c.step = s.stepname) p on true
        where s.jobexecutionid = ? order by s.stepexecutionid
        """,
        JobRuns::readStep,
        executionId);
  }

  private static JobRun read(ResultSet row) throws SQLException {
    return new JobRun(
        row.getLong("execution_id"),
        row.getLong("instance_id"),
        row.getString("job"),
        parameters(row.getString("parameters")),
        row.getString("started_by"),
        row.getObject("restart_of", Long.class),
        JobStatus.valueOf(row.getString("status")),
        row.getString("exitstatus"),
        instant(row, "started_at"),
        instant(row, "ended_at"),
        row.getBoolean("newest"),
        count(row));
  }

  private static JobStep readStep(ResultSet row) throws SQLException {
    return new JobStep(
        row.getLong("stepexecutionid"),
        row.getString("stepname"),
        JobStatus.valueOf(row.getString("batchstatus")),
        row.getString("exitstatus"),
        instant(row, "starttime"),
        instant(row, "endtime"),
        row.getString("executionexception"),
        row.getLong("readcount"),
        row.getLong("writecount"),
        row.getLong("skipped"),
        row.getInt("partitions"),
        row.getInt("partitions_done"),
        count(row));
  }

  private static JobCount count(ResultSet row) throws SQLException {
    return new JobCount(
        row.getObject("total", Long.class), row.getLong("done"), row.getLong("rejected"));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> parameters(String json) {
    try {
      return Json.read(json, Map.class);
    } catch (Json.Malformed e) {
      throw new IllegalStateException(json, e);
    }
  }
}
