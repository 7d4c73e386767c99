import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { addVehicle, toMessage, VIN } from './vehicles';

const empty = { vin: '', label: '' };

/** A form for one vehicle; what is wrong with it is said before it is sent. */
export function AddVehicle() {
  const [vehicle, setVehicle] = useState(empty);
  const client = useQueryClient();
  const { error, isPending, mutate } = useMutation({
    mutationFn: addVehicle,
    onSuccess: () => {
      setVehicle(empty);
      return client.invalidateQueries({ queryKey: ['vehicles'] });
    },
  });
  const isVin = VIN.test(vehicle.vin);
  const isComplete = isVin && vehicle.label.trim() !== '';

  function submit(event: FormEvent) {
    event.preventDefault();
    if (isComplete && !isPending) mutate(vehicle);
  }

  return (
    <Stack
      component="form"
      spacing={2}
      onSubmit={submit}
      aria-label="Add a vehicle"
    >
      <TextField
        label="VIN"
        value={vehicle.vin}
        error={vehicle.vin !== '' && !isVin}
        helperText="17 letters and digits, without I, O and Q"
        inputProps={{ maxLength: 17, autoComplete: 'off' }}
        onChange={({ target }) =>
          setVehicle({ ...vehicle, vin: target.value.toUpperCase() })
        }
      />
      <TextField
        label="Label"
        value={vehicle.label}
        inputProps={{ maxLength: 100 }}
        onChange={({ target }) =>
          setVehicle({ ...vehicle, label: target.value })
        }
      />
      {error && <Alert severity="error">{toMessage(error)}</Alert>}
      <Button
        type="submit"
        variant="contained"
        disabled={!isComplete || isPending}
        sx={{ alignSelf: 'start' }}
      >
        Add
      </Button>
    </Stack>
  );
}
