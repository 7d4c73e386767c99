// Speed belongs to bench/: here a machine that does other things too only takes longer.
jest.setTimeout(60_000);
