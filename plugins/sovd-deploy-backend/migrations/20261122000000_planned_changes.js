// @ts-check

const columns = {
  from_version: 'What ran when the change was planned',
  plan_digest: 'The plan that it carries out',
  work: 'What was planned, as JSON',
  abort_requested_by: 'Who asked for its end',
  abort_requested_at: 'When that was',
};

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('changes', table => {
    for (const [column, comment] of Object.entries(columns)) {
      table.text(column).nullable().comment(comment);
    }
  });
  await knex.schema.alterTable('migration_reports', table => {
    table
      .integer('helm_revision')
      .nullable()
      .comment('Revision of the release that it ran for');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  // Knex would build SQLite's table anew, and with it go the rows that point there.
  await knex.raw('alter table migration_reports drop column helm_revision');
  for (const column of Object.keys(columns)) {
    await knex.raw('alter table changes drop column ??', [column]);
  }
};
