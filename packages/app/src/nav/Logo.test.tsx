import { render } from '@testing-library/react';
import { Logo } from './Logo';

const logo = (withName: boolean) => {
  const svg = render(<Logo withName={withName} />).container.firstElementChild;
  const [, , width, height] = (svg?.getAttribute('viewBox') ?? '').split(' ');
  return { svg, width: Number(width), height: Number(height) };
};

describe('Logo', () => {
  it('is a square without its name, and wider with it', () => {
    const [short, long] = [logo(false), logo(true)];
    expect(short.svg).toHaveTextContent('');
    expect(short.width).toBe(short.height);
    expect(long.svg).toHaveTextContent('SOVD');
    expect(long.width).toBeGreaterThan(long.height);
  });

  it('is left out by whoever reads to people: the link around it has a name', () => {
    expect(logo(true).svg).toHaveAttribute('aria-hidden', 'true');
  });
});
