import AppBar from '@mui/material/AppBar';
import Container from '@mui/material/Container';
import CssBaseline from '@mui/material/CssBaseline';
import Stack from '@mui/material/Stack';
import Toolbar from '@mui/material/Toolbar';
import Typography from '@mui/material/Typography';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { AddVehicle } from './AddVehicle';
import { VehicleTable } from './VehicleTable';

export function App() {
  const [client] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <CssBaseline />
      <AppBar position="static">
        <Toolbar>
          <Typography component="h1" variant="h6">
            Vehicles
          </Typography>
        </Toolbar>
      </AppBar>
      <Container component="main" maxWidth="md" sx={{ py: 4 }}>
        <Stack spacing={4}>
          <AddVehicle />
          <VehicleTable />
        </Stack>
      </Container>
    </QueryClientProvider>
  );
}
