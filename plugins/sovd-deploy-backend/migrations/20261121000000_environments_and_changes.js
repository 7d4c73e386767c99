// @ts-check

/**
 * Times that people read are RFC 3339 text, times that are compared with a clock are
 * milliseconds: both mean the same in SQLite and in PostgreSQL.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('environments', table => {
    table.comment(
      'The registry: what exists, and the only source of its names',
    );
    table.uuid('id').primary();
    table.string('entity_ref').notNullable().unique();
    table.string('name').notNullable().unique();
    table.string('application').notNullable().index();
    table.string('owner').notNullable().index();
    table.string('tier').notNullable();
    table.string('target').notNullable();
    table.text('answers').notNullable();
    table.string('repository_url').notNullable();
    table.string('region').notNullable();
    table.string('account_id').notNullable();
    table.string('cluster').notNullable();
    table.string('namespace').notNullable();
    table.string('release_name').notNullable();
    table.string('stack_name').notNullable();
    table.uuid('channel').notNullable().comment('Random name of its signals');
    table.string('created_by').notNullable();
    table.string('created_at').notNullable();
    table.unique(['cluster', 'namespace']);
    table.unique(['account_id', 'region', 'stack_name']);
  });

  await knex.schema.createTable('changes', table => {
    table.comment(
      'Every mutation of an environment, with its cause and its end',
    );
    table.increments('sequence').comment('Order in which they were asked for');
    table.uuid('id').notNullable().unique();
    table
      .uuid('environment_id')
      .notNullable()
      .references('environments.id')
      .onDelete('CASCADE');
    table.string('kind').notNullable();
    table.string('phase').notNullable();
    table.string('requested_by').notNullable();
    table.text('reason').nullable();
    table.string('version').nullable();
    table.text('finding').nullable();
    table.string('created_at').notNullable();
    table.string('finished_at').nullable();
    table.bigInteger('next_look_at').notNullable();
    table.integer('attempts').notNullable().defaultTo(0);
    table.index(['environment_id', 'sequence']);
  });

  await knex.schema.createTable('change_stages', table => {
    table.comment('Stages of a change with what they noted for the next step');
    table
      .uuid('change_id')
      .notNullable()
      .references('changes.id')
      .onDelete('CASCADE');
    table.integer('position').notNullable();
    table.string('name').notNullable();
    table.string('phase').notNullable();
    table.string('started_at').nullable();
    table.string('finished_at').nullable();
    table.text('summary').nullable();
    table.text('checkpoint').notNullable();
    table.text('result').nullable();
    table.primary(['change_id', 'position']);
  });

  await knex.schema.createTable('change_log', table => {
    table.comment('What the stages told, line by line');
    table
      .uuid('change_id')
      .notNullable()
      .references('changes.id')
      .onDelete('CASCADE');
    table.integer('position').notNullable();
    table.string('at').notNullable();
    table.string('stage').notNullable();
    table.text('text').notNullable();
    table.primary(['change_id', 'position']);
  });

  await knex.schema.createTable('change_leases', table => {
    table.comment(
      'Which change an environment is busy with, and who works on it',
    );
    table
      .uuid('environment_id')
      .primary()
      .references('environments.id')
      .onDelete('CASCADE');
    table.uuid('change_id').nullable();
    table.string('holder').nullable();
    table.integer('epoch').notNullable().comment('Fences late writes');
    table.bigInteger('expires_at').notNullable();
  });

  await knex.schema.createTable('migration_reports', table => {
    table.comment(
      'Evidence of migration Jobs, kept since Kubernetes deletes it',
    );
    table.string('job_uid').primary();
    table
      .uuid('environment_id')
      .notNullable()
      .references('environments.id')
      .onDelete('CASCADE');
    table.string('job').notNullable();
    table.string('phase').notNullable();
    table.string('started_at').nullable();
    table.string('finished_at').nullable();
    table.text('report').nullable();
    table.text('cause').nullable();
    table.index(['environment_id', 'started_at']);
  });

  await knex.schema.createTable('releases', table => {
    table.comment('What was deployed, by revision; the highest is what runs');
    table
      .uuid('environment_id')
      .notNullable()
      .references('environments.id')
      .onDelete('CASCADE');
    table.integer('revision').notNullable();
    table.text('image').notNullable();
    table.string('commit').notNullable();
    table.string('chart_version').notNullable();
    table.string('deployed_at').notNullable();
    table.primary(['environment_id', 'revision']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'releases',
    'migration_reports',
    'change_leases',
    'change_log',
    'change_stages',
    'changes',
    'environments',
  ]) {
    await knex.schema.dropTable(table);
  }
};
