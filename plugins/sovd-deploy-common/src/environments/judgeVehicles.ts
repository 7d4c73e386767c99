import type { Finding } from '../finding';
import type { Judge } from './JudgeContext';

const off = {
  label: 'Go without the connector',
  set: { vehicleConnectorEnabled: false, vehicleEndpoints: [] },
};

function hasPort(endpoint: string): boolean {
  const port = Number(endpoint.slice(endpoint.lastIndexOf(':') + 1));
  return port >= 1 && port <= 65_535;
}

/** The connector talks to endpoints, and endpoints are for the connector. @public */
export const judgeVehicles: Judge = ({
  vehicleConnectorEnabled,
  vehicleEndpoints,
}) => {
  const fields = ['vehicleConnectorEnabled', 'vehicleEndpoints'];
  const findings: Finding[] = [];
  if (vehicleConnectorEnabled && vehicleEndpoints.length === 0) {
    findings.push({
      rule: 'vehicle-endpoints',
      severity: 'blocker',
      headline: 'The vehicle connector has nothing to talk to',
      cause: 'It is on, and no endpoint is named.',
      nextSteps: [
        { label: 'Name an endpoint, such as gateway.example.com:50051' },
        off,
      ],
      fields,
    });
  }
  if (!vehicleConnectorEnabled && vehicleEndpoints.length > 0) {
    findings.push({
      rule: 'vehicle-endpoints-unused',
      severity: 'warning',
      headline: 'Nothing talks to the vehicle endpoints',
      cause: `${vehicleEndpoints.length} named, and the vehicle connector is off.`,
      nextSteps: [
        {
          label: 'Switch the connector on',
          set: { vehicleConnectorEnabled: true },
        },
        { label: 'Leave the endpoints out', set: { vehicleEndpoints: [] } },
      ],
      fields,
    });
  }
  const strange = vehicleEndpoints.filter(endpoint => !hasPort(endpoint));
  if (strange.length > 0) {
    const rest = vehicleEndpoints.filter(hasPort);
    findings.push({
      rule: 'vehicle-port',
      severity: 'blocker',
      headline: `There is no port ${strange[0].slice(
        strange[0].lastIndexOf(':') + 1,
      )}`,
      cause: `Ports go from 1 to 65535; wrong in ${strange.join(', ')}.`,
      nextSteps: [
        { label: 'Correct the port' },
        ...(rest.length > 0
          ? [
              {
                label: `Leave ${strange.join(', ')} out`,
                set: { vehicleEndpoints: rest },
              },
            ]
          : []),
      ],
      fields,
    });
  }
  return findings;
};
