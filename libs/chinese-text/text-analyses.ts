import { gramAnalysis } from './gram-analysis.js';
import { initialAnalysis, soundAnalysis } from './sound-analysis.js';
import type { TextAnalysis } from './text-analysis.js';

/** Every analysis a text goes through, most literal first. */
export const TEXT_ANALYSES: readonly TextAnalysis[] = [gramAnalysis, soundAnalysis, initialAnalysis];
