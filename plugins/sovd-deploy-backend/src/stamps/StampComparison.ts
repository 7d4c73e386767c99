import type {
  FieldChange,
  ObjectChange,
} from '@sovd/plugin-sovd-deploy-common';

/** Something that is compared, or the reason why it can't be. */
export type Compared<T> = { value: T } | { reason: string };

/** Named things of two sides; a name stands in one of the lists at most. */
export interface NamedChanges {
  added: string[];
  changed: string[];
  removed: string[];
}

/** US dollars a month of both sides. */
export interface CostChange {
  baseline: { from: number; to: number };
  peak: { from: number; to: number };
}

/** What becomes of one environment. */
export interface EnvironmentComparison {
  /** Its word, such as `staging`. */
  environment: string;
  /** Kubernetes objects that are not the same on both sides, field by field. */
  objects: Compared<ObjectChange[]>;
  /** What the environment gives to the chart. */
  values: Compared<FieldChange[]>;
  /** Parameters of its CloudFormation stack. */
  parameters: Compared<FieldChange[]>;
  /** Values of its Terraform variables. */
  variables: Compared<FieldChange[]>;
  cost: Compared<CostChange>;
}

/** An environment that only the new stamp has. */
export interface AddedEnvironment {
  /** Its word, such as `production`. */
  environment: string;
  /** US dollars a month. */
  cost: Compared<{ baseline: number; peak: number }>;
}

/** What two stamps differ in, as far as it reaches what runs. */
export interface StampComparison {
  /** Those of both stamps. */
  environments: EnvironmentComparison[];
  added: AddedEnvironment[];
  /** Defaults of the chart, by key. */
  chartValues: Compared<FieldChange[]>;
  /** Resources by logical id and type, such as `Database (AWS::RDS::DBInstance)`. */
  resources: Compared<NamedChanges>;
  /** Terraform's variables, modules and resources by address, read without a cloud. */
  addresses: Compared<NamedChanges>;
}
