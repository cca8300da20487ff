import { DuckDBDataChunk, DuckDBInstance, DOUBLE, INTEGER } from '@duckdb/node-api';
import type { DuckDBConnection } from '@duckdb/node-api';
import { createAnswerColumns, VERDICT } from './answers.js';
import type { AnswerColumns, Contestant } from './answers.js';
import type { County } from './county.js';

const CHUNK = 2048;

/**
 * DuckDB in memory on one thread. Figures lie in one table with a column for each task, NULL where nothing
 * was reported; one query answers verdicts and attainments of all villages, one the sums of all townships.
 */
export async function createDuckdb(county: County): Promise<Contestant> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  await fillTable(connection, county);
  const villages = county.tasks.map(
    ({ mark }, t) =>
      `(CASE WHEN f${t} IS NULL THEN ${VERDICT.noData} WHEN f${t} >= ${mark} THEN ${VERDICT.attained} ` +
      `ELSE ${VERDICT.notAttained} END)::UTINYINT AS v${t}, CASE WHEN f${t} >= ${mark} THEN 1.0::DOUBLE ELSE f${t} / ${mark}::DOUBLE END AS r${t}`,
  );
  const townships = county.tasks.map((_, t) => `sum(f${t}) AS s${t}, count(f${t})::INTEGER AS n${t}`);
  return {
    name: 'DuckDB, one thread',
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
      for (const t of county.tasks.keys()) answers.push(await readAnswers(connection, county, t));
      return answers;
    },
  };
}

async function fillTable(connection: DuckDBConnection, { roster, tasks }: County): Promise<void> {
  const columns = tasks.map((_, t) => `f${t} DOUBLE`);
  await connection.run(`CREATE TABLE figures (area INTEGER, township INTEGER, ${columns.join(', ')})`);
  const appender = await connection.createAppender('figures');
  const villages = [...roster.areas.keys()].filter((row) => roster.areas[row]?.level === 'village');
  const types = [INTEGER, INTEGER, ...tasks.map(() => DOUBLE)];
  for (let at = 0; at < villages.length; at += CHUNK) {
    const rows = villages.slice(at, at + CHUNK);
    const chunk = DuckDBDataChunk.create(types, rows.length);
    chunk.setColumns([
      rows,
      rows.map((row) => roster.parents[row] as number),
      ...tasks.map(({ figures }) =>
        rows.map((row) => (Number.isNaN(figures[row]) ? null : (figures[row] as number))),
      ),
    ]);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

async function readAnswers(connection: DuckDBConnection, { roster }: County, t: number): Promise<AnswerColumns> {
  const columns = createAnswerColumns(roster.areas.length);
  const villages = await connection.runAndReadAll(`SELECT area, v${t}, r${t} FROM villages`);
  const [areas = [], verdicts = [], ratios = []] = villages.getColumnsJS();
  for (const [index, area] of areas.entries()) {
    columns.verdicts[Number(area)] = Number(verdicts[index]);
    columns.attainments[Number(area)] = ratios[index] === null ? Number.NaN : Number(ratios[index]);
  }
  const townships = await connection.runAndReadAll(`SELECT township, s${t}, n${t} FROM townships`);
  const [parents = [], sums = [], reports = []] = townships.getColumnsJS();
  for (const [index, parent] of parents.entries()) {
    columns.sums[Number(parent)] = Number(sums[index] ?? 0);
    columns.reports[Number(parent)] = Number(reports[index]);
  }
  return columns;
}
