import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Editor } from './editor';

test('names the scenario it edits', () => {
  render(<Editor scenario="42" />);
  expect(screen.getByText('Scenario 42')).toBeInTheDocument();
});
