import type { Finding, NextStep } from '../finding';
import {
  formatAddressBlock,
  overlaps,
  parseAddressBlock,
} from './addressBlock';
import type { AddressBlock } from './addressBlock';
import { freeNetwork } from './completeAnswers';
import type { Judge } from './JudgeContext';
import type { Target } from './target';

/** Addresses for private networks (RFC 1918). */
const PRIVATE_NETWORKS = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'];

function isPrivate(block: AddressBlock): boolean {
  return PRIVATE_NETWORKS.some(text => {
    const network = parseAddressBlock(text);
    return (
      network && network.first <= block.first && block.last <= network.last
    );
  });
}

/** Why a network can't have this block; undefined when it can. */
function objection(
  text: string,
  block: AddressBlock | undefined,
  target?: Target,
): Pick<Finding, 'cause' | 'headline' | 'rule'> | undefined {
  if (!block) {
    return {
      rule: 'network-block',
      headline: `${text} is no address block`,
      cause:
        'Each of the four numbers is at most 255, and the prefix at most 32.',
    };
  }
  if (!isPrivate(block)) {
    return {
      rule: 'network-private',
      headline: `${text} has addresses of the internet`,
      cause: `Private networks lie in ${PRIVATE_NETWORKS.join(
        ', ',
      )} (RFC 1918); what really has these addresses could not be reached.`,
    };
  }
  if (block.prefix < 16 || block.prefix > 20) {
    return {
      rule: 'network-size',
      headline: `A network of /${block.prefix} is too ${
        block.prefix < 16 ? 'large' : 'small'
      }`,
      cause: `AWS takes /16 at most, and pods, nodes and databases in 3 zones need /20 at least; it has ${(
        block.last -
        block.first +
        1
      ).toLocaleString('en-US')} addresses.`,
    };
  }
  if (formatAddressBlock(block) !== text) {
    return {
      rule: 'network-block',
      headline: `${text} doesn't begin at the start of its block`,
      cause: `The block it lies in is ${formatAddressBlock(block)}.`,
    };
  }
  const used = target?.usedCidrs.find(other => {
    const taken = parseAddressBlock(other);
    return taken && overlaps(block, taken);
  });
  return used === undefined
    ? undefined
    : {
        rule: 'network-overlap',
        headline: `${text} overlaps ${used}`,
        cause: `${target?.title} uses ${used} already; the two networks could never reach one another.`,
      };
}

function remedy(
  text: string,
  block: AddressBlock | undefined,
  target?: Target,
): NextStep {
  const canonical = block && formatAddressBlock(block);
  const vpcCidr =
    canonical !== undefined &&
    canonical !== text &&
    !objection(canonical, block, target)
      ? canonical
      : freeNetwork(target?.usedCidrs ?? []);
  return vpcCidr === undefined
    ? { label: 'Choose a free block, such as 192.168.0.0/16' }
    : { label: `Take ${vpcCidr}`, set: { vpcCidr } };
}

/** The network's addresses: private, of a fitting size and free. @public */
export const judgeNetwork: Judge = ({ vpcCidr }, { target }) => {
  const block = parseAddressBlock(vpcCidr);
  const found = objection(vpcCidr, block, target);
  if (!found) return [];
  return [
    {
      ...found,
      severity: 'blocker',
      nextSteps: [remedy(vpcCidr, block, target)],
      fields:
        found.rule === 'network-overlap' ? ['vpcCidr', 'target'] : ['vpcCidr'],
    },
  ];
};
