import type { Question } from '../questionnaire.ts';
import type { CompiledConditions } from './compile-condition.ts';

/** What every kind of question has. */
export type QuestionBase = CompiledConditions &
	Pick<Question, 'name' | 'title' | 'help' | 'requiredText' | 'validators' | 'comment'>;
