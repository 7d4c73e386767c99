import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import CircularProgress from '@mui/material/CircularProgress';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useInfiniteQuery } from '@tanstack/react-query';
import { listVehicles, PAGE, toMessage } from './vehicles';

/** All vehicles, a page at a time. */
export function VehicleTable() {
  const { data, error, fetchNextPage, hasNextPage, isFetching, refetch } =
    useInfiniteQuery({
      queryKey: ['vehicles'],
      queryFn: ({ pageParam }) => listVehicles(pageParam),
      initialPageParam: 0,
      getNextPageParam: page =>
        page.length === PAGE ? page[page.length - 1]?.id : undefined,
      retry: false,
    });
  const vehicles = data?.pages.flat() ?? [];

  if (error) {
    return (
      <Alert
        severity="error"
        action={<Button onClick={() => refetch()}>Try again</Button>}
      >
        {toMessage(error)}
      </Alert>
    );
  }
  if (!data) return <CircularProgress aria-label="The vehicles are read" />;
  if (vehicles.length === 0)
    return <Typography>There is no vehicle yet. Add the first one.</Typography>;
  return (
    <>
      <Table aria-label="Vehicles">
        <TableHead>
          <TableRow>
            <TableCell>VIN</TableCell>
            <TableCell>Label</TableCell>
            <TableCell>Added</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {vehicles.map(({ id, vin, label, created_at }) => (
            <TableRow key={id}>
              <TableCell sx={{ fontFamily: 'monospace' }}>{vin}</TableCell>
              <TableCell>{label}</TableCell>
              <TableCell>
                <time dateTime={created_at}>
                  {new Date(created_at).toLocaleString()}
                </time>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {hasNextPage && (
        <Button disabled={isFetching} onClick={() => fetchNextPage()}>
          Show more
        </Button>
      )}
    </>
  );
}
