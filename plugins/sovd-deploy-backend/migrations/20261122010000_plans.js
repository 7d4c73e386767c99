// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('plans', table => {
    table.comment(
      'What people saw before they act: for one person and one use',
    );
    table.string('digest').notNullable();
    table
      .uuid('environment_id')
      .notNullable()
      .references('environments.id')
      .onDelete('CASCADE');
    table.string('person').notNullable();
    table.text('planned').notNullable().comment('Plan, work and fingerprints');
    table.bigInteger('expires_at').notNullable().index();
    table.bigInteger('used_at').nullable();
    table.primary(['digest', 'environment_id', 'person']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('plans');
};
