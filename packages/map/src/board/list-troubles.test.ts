import type { Diagnostic } from '@guatu/core';
import { describe, expect, it } from 'vitest';
import { listTroubles } from './list-troubles.js';

const finding = (code: string, severity: Diagnostic['severity'] = 'warning'): Diagnostic => ({
  code,
  severity,
  path: 'f',
  message: code,
});

describe('listTroubles', () => {
  const all = [
    finding('source-status', 'error'),
    finding('boundary-json', 'error'),
    finding('plan-date', 'error'),
    finding('row-date', 'error'),
    finding('boundary-crosses-itself'),
    finding('area-without-boundary'),
    finding('areas-without-boundary'),
    finding('area-rollout'),
    finding('boundary-crs-undeclared'),
    finding('boundary-name-differs'),
    finding('source-empty'),
    finding('boundary-points', 'info'),
  ];

  it('tells on the map what explains its picture, in the order of the findings', () => {
    expect(listTroubles(all, 'ready').map(({ code }) => code)).toEqual([
      'source-status',
      'boundary-json',
      'boundary-crosses-itself',
      'area-without-boundary',
      'areas-without-boundary',
    ]);
  });

  it('tells every error, and errors alone, where nothing can be drawn', () => {
    expect(listTroubles(all, 'failed').map(({ code }) => code)).toEqual([
      'source-status',
      'boundary-json',
      'plan-date',
      'row-date',
    ]);
  });
});
