import { toConflicts } from './toConflicts';

describe('toConflicts', () => {
  it('names manager and field of what the API server answered', () => {
    expect(
      toConflicts([
        {
          reason: 'FieldManagerConflict',
          message: 'conflict with "kubectl-edit" using apps/v1',
          field: '.spec.progressDeadlineSeconds',
        },
        {
          reason: 'FieldManagerConflict',
          message:
            'conflict with "kubectl-client-side-apply" with subresource "scale" using apps/v1',
          field: '.spec.template.spec.containers[name="backend"].image',
        },
      ]),
    ).toEqual([
      { manager: 'kubectl-edit', field: 'spec.progressDeadlineSeconds' },
      {
        manager: 'kubectl-client-side-apply',
        field: 'spec.template.spec.containers[backend].image',
      },
    ]);
  });

  it('finds none in a refusal of another kind', () => {
    expect(
      toConflicts([
        {
          reason: 'FieldValueInvalid',
          message: 'Invalid value: 0',
          field: 'spec.selector',
        },
      ]),
    ).toEqual([]);
  });
});
