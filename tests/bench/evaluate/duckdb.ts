import { DuckDBDataChunk, DuckDBInstance, DOUBLE, INTEGER, UTINYINT } from '@duckdb/node-api';
import type { DuckDBConnection } from '@duckdb/node-api';
import { createAnswerColumns, VERDICT } from './answers.js';
import type { AnswerColumns, Contestant } from './answers.js';
import type { County } from './county.js';

const CHUNK = 2048;

/**
 * DuckDB in memory on one thread, over a table turned round beforehand: a column for each task, NULL where nothing
 * was reported. One query answers verdicts and attainments of all villages, one the sums of all townships.
 */
export async function createWideDuckdb(county: County): Promise<Contestant> {
  const connection = await connect();
  await fillWideTable(connection, county);
  const villages = county.tasks.map(
    ({ mark }, t) =>
      `(CASE WHEN f${t} IS NULL THEN ${VERDICT.noData} WHEN f${t} >= ${mark} THEN ${VERDICT.attained} ` +
      `ELSE ${VERDICT.notAttained} END)::UTINYINT AS v${t}, CASE WHEN f${t} >= ${mark} THEN 1.0::DOUBLE ELSE f${t} / ${mark}::DOUBLE END AS r${t}`,
  );
  const townships = county.tasks.map((_, t) => `sum(f${t}) AS s${t}, count(f${t})::INTEGER AS n${t}`);
  return {
    name: 'DuckDB, a column a task',
    end: county.roster.areas.length,
    run: async () => {
      await connection.run(`CREATE OR REPLACE TABLE villages AS SELECT area, ${villages.join(', ')} FROM figures`);
      await connection.run(
        `CREATE OR REPLACE TABLE townships AS SELECT township, ${townships.join(', ')} FROM figures GROUP BY township`,
      );
    },
    // Its tables are replaced by each run.
    forget: () => undefined,
    answers: async () => {
      const answers: AnswerColumns[] = [];
      for (const t of county.tasks.keys())
        answers.push(
          await readAnswers(connection, county, {
            villages: `SELECT area, v${t}, r${t} FROM villages`,
            townships: `SELECT township, s${t}, n${t} FROM townships`,
          }),
        );
      return answers;
    },
  };
}

/**
 * DuckDB in memory on one thread, over observations as `observations.csv` has them: a row for each village and task,
 * NULL where nothing was reported, joined with the pass marks.
 */
export async function createDuckdb(county: County): Promise<Contestant> {
  const connection = await connect();
  await fillLongTable(connection, county);
  const figure = 'figures.figure';
  return {
    name: 'DuckDB, a row an observation',
    end: county.roster.areas.length,
    run: async () => {
      await connection.run(
        `CREATE OR REPLACE TABLE villages AS SELECT task, area, ` +
          `(CASE WHEN ${figure} IS NULL THEN ${VERDICT.noData} WHEN ${figure} >= mark THEN ${VERDICT.attained} ` +
          `ELSE ${VERDICT.notAttained} END)::UTINYINT AS verdict, ` +
          `CASE WHEN ${figure} >= mark THEN 1.0::DOUBLE ELSE ${figure} / mark END AS ratio FROM figures JOIN tasks USING (task)`,
      );
      await connection.run(
        `CREATE OR REPLACE TABLE townships AS SELECT task, township, sum(figure) AS total, count(figure)::INTEGER AS reports ` +
          'FROM figures GROUP BY task, township',
      );
    },
    forget: () => undefined,
    answers: async () => {
      const answers: AnswerColumns[] = [];
      for (const t of county.tasks.keys()) {
        answers.push(
          await readAnswers(connection, county, {
            villages: `SELECT area, verdict, ratio FROM villages WHERE task = ${t}`,
            townships: `SELECT township, total, reports FROM townships WHERE task = ${t}`,
          }),
        );
      }
      return answers;
    },
  };
}

async function connect(): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  return instance.connect();
}

async function fillLongTable(connection: DuckDBConnection, { roster, tasks }: County): Promise<void> {
  await connection.run('CREATE TABLE figures (task UTINYINT, area INTEGER, township INTEGER, figure DOUBLE)');
  await connection.run('CREATE TABLE tasks (task UTINYINT, mark DOUBLE)');
  await connection.run(`INSERT INTO tasks VALUES ${tasks.map(({ mark }, t) => `(${t}, ${mark})`).join(', ')}`);
  const appender = await connection.createAppender('figures');
  const villages = listVillages(roster);
  for (const [t, { figures }] of tasks.entries()) {
    for (let at = 0; at < villages.length; at += CHUNK) {
      const rows = villages.slice(at, at + CHUNK);
      const chunk = DuckDBDataChunk.create([UTINYINT, INTEGER, INTEGER, DOUBLE], rows.length);
      chunk.setColumns([
        rows.map(() => t),
        rows,
        rows.map((row) => roster.parents[row] as number),
        rows.map((row) => orNull(figures[row])),
      ]);
      appender.appendDataChunk(chunk);
    }
  }
  appender.closeSync();
}

function listVillages({ areas }: County['roster']): readonly number[] {
  return [...areas.keys()].filter((row) => areas[row]?.level === 'village');
}

function orNull(figure: number | undefined): number | null {
  return figure === undefined || Number.isNaN(figure) ? null : figure;
}

async function fillWideTable(connection: DuckDBConnection, { roster, tasks }: County): Promise<void> {
  const columns = tasks.map((_, t) => `f${t} DOUBLE`);
  await connection.run(`CREATE TABLE figures (area INTEGER, township INTEGER, ${columns.join(', ')})`);
  const appender = await connection.createAppender('figures');
  const villages = listVillages(roster);
  const types = [INTEGER, INTEGER, ...tasks.map(() => DOUBLE)];
  for (let at = 0; at < villages.length; at += CHUNK) {
    const rows = villages.slice(at, at + CHUNK);
    const chunk = DuckDBDataChunk.create(types, rows.length);
    chunk.setColumns([
      rows,
      rows.map((row) => roster.parents[row] as number),
      ...tasks.map(({ figures }) => rows.map((row) => orNull(figures[row]))),
    ]);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

async function readAnswers(
  connection: DuckDBConnection,
  { roster }: County,
  queries: { readonly villages: string; readonly townships: string },
): Promise<AnswerColumns> {
  const columns = createAnswerColumns(roster.areas.length);
  const villages = await connection.runAndReadAll(queries.villages);
  const [areas = [], verdicts = [], ratios = []] = villages.getColumnsJS();
  for (const [index, area] of areas.entries()) {
    columns.verdicts[Number(area)] = Number(verdicts[index]);
    columns.attainments[Number(area)] = ratios[index] === null ? Number.NaN : Number(ratios[index]);
  }
  const townships = await connection.runAndReadAll(queries.townships);
  const [parents = [], sums = [], reports = []] = townships.getColumnsJS();
  for (const [index, parent] of parents.entries()) {
    columns.sums[Number(parent)] = Number(sums[index] ?? 0);
    columns.reports[Number(parent)] = Number(reports[index]);
  }
  return columns;
}
