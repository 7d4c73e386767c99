import { toTerraformAddresses } from './toTerraformAddresses';

const main = `# first
variable "name" {
  type = string
}

module "vpc" {
  source = "./modules/vpc"

  tags = {
    a = 1
  }
}

data "aws_region" "now" {}
resource "aws_s3_bucket" "state" {
  bucket = "x" # said behind it
}
`;

const read = (text: string, file = 'main.tf') =>
  toTerraformAddresses(new Map([[file, text]]));

describe('toTerraformAddresses', () => {
  it('finds blocks by their addresses', () => {
    expect([...read(main).keys()]).toEqual([
      'var.name',
      'module.vpc',
      'data.aws_region.now',
      'aws_s3_bucket.state',
    ]);
    expect([...read(main, 'modules/vpc/main.tf').keys()]).toContain(
      'modules/vpc: var.name',
    );
  });

  it('sees what a block says, and neither comments nor room', () => {
    const body = read(main).get('module.vpc');
    expect(read(main.replace('a = 1', 'a = 2')).get('module.vpc')).not.toBe(
      body,
    );
    expect(
      read(main.replace('  tags', '  # why\n\n    tags')).get('module.vpc'),
    ).toBe(body);
  });
});
