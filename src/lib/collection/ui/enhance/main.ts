/** The only script on a respondent's pages. Without it everything works with ordinary page loads. */
import { enhanceQuestions } from '#lib/questionnaire/ui/enhance/enhance-questions.ts';
import { startReading } from '#lib/questionnaire/ui/enhance/read-aloud.ts';
import { startJourney } from './start-journey.ts';

enhanceQuestions(document);
startJourney();
startReading();
