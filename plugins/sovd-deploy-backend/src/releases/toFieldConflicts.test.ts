import { toFieldConflicts } from './toFieldConflicts';

describe('toFieldConflicts', () => {
  it('reads one field of one manager', () => {
    expect(
      toFieldConflicts(
        'Apply failed with 1 conflict: conflict with "kubectl-edit" using apps/v1: .spec.replicas',
      ),
    ).toEqual([{ manager: 'kubectl-edit', field: '.spec.replicas' }]);
  });

  it('reads lists of several managers', () => {
    expect(
      toFieldConflicts(`Apply failed with 3 conflicts: conflicts with "kubectl-edit" using apps/v1:
- .spec.replicas
- .spec.template.spec.containers[name="backend"].image
conflicts with "autoscaler" with subresource "scale" using apps/v1:
- .spec.minReadySeconds`),
    ).toEqual([
      { manager: 'kubectl-edit', field: '.spec.replicas' },
      {
        manager: 'kubectl-edit',
        field: '.spec.template.spec.containers[name="backend"].image',
      },
      { manager: 'autoscaler', field: '.spec.minReadySeconds' },
    ]);
  });

  it('names each once, although Helm repeats it when it goes back', () => {
    const words =
      'Apply failed with 1 conflict: conflict with "kubectl-edit" using apps/v1: .spec.replicas';
    expect(
      toFieldConflicts(
        `Error: UPGRADE FAILED: an error occurred while rolling back the release. original upgrade error: ${words}: ${words}`,
      ),
    ).toEqual([{ manager: 'kubectl-edit', field: '.spec.replicas' }]);
  });

  it('finds nothing in words about something else', () => {
    expect(
      toFieldConflicts('Error: UPGRADE FAILED: context deadline exceeded'),
    ).toEqual([]);
  });
});
