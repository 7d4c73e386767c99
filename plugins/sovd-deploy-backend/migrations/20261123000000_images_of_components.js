// @ts-check

/**
 * A release has one image for each component, where it had one of the backend. It stands
 * in the table of releases, in what changes were planned to do, and in what their stage
 * `release` left.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('releases', table => {
    table.renameColumn('image', 'images');
  });
  await rewrite(knex, 'releases', 'images', image => toImages(image));
  await rewriteBoth(knex, ({ image, ...rest }) =>
    image ? { ...rest, images: toImages(image) } : undefined,
  );
  // a plan lives for half an hour, and is made again in seconds
  await knex('plans').delete();
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex('plans').delete();
  await rewriteBoth(knex, ({ images, ...rest }) =>
    images ? { ...rest, image: toImage(images) } : undefined,
  );
  await rewrite(knex, 'releases', 'images', images => toImage(images));
  await knex.schema.alterTable('releases', table => {
    table.renameColumn('images', 'image');
  });
};

/** @param {object} image */
function toImages(image) {
  return [{ component: 'backend', ...image }];
}

/** @param {{ component: string }[]} images */
function toImage(images) {
  const { component: _component, ...image } =
    images.find(({ component }) => component === 'backend') ?? images[0];
  return image;
}

/**
 * @param {import('knex').Knex} knex
 * @param {(value: any) => object | undefined} change
 */
async function rewriteBoth(knex, change) {
  await rewrite(knex, 'changes', 'work', change);
  await rewrite(knex, 'change_stages', 'result', change, { name: 'release' });
}

/**
 * @param {import('knex').Knex} knex
 * @param {string} table
 * @param {string} column - JSON
 * @param {(value: any) => object | undefined} change - undefined leaves the row as it is
 * @param {object} [rows] - which of them
 */
async function rewrite(knex, table, column, change, rows = {}) {
  const keys = {
    releases: ['environment_id', 'revision'],
    changes: ['id'],
    change_stages: ['change_id', 'position'],
  };
  const found = await knex(table)
    .where(rows)
    .whereNotNull(column)
    .select([...keys[/** @type {keyof typeof keys} */ (table)], column]);
  for (const { [column]: text, ...key } of found) {
    const changed = change(JSON.parse(text));
    if (changed) {
      await knex(table)
        .where(key)
        .update({ [column]: JSON.stringify(changed) });
    }
  }
}
