import { environmentEntity } from '../__testUtils__/renderOnEntity';
import { ownerOf } from './ownerOf';

describe('ownerOf', () => {
  it('names the owner, or who stands in where there is none', () => {
    expect(ownerOf(environmentEntity)).toBe('workshop, the owner,');
    expect(ownerOf({ ...environmentEntity, spec: {} })).toBe(
      'An administrator of this portal',
    );
  });
});
