/**
 * The script on the pages of a tablet that has been handed over: the same as on a link's pages, and nothing is left for
 * whoever comes next. The pages that staff have open in other tabs are told to look again.
 */
import { enhanceQuestions } from '#lib/questionnaire/ui/enhance/enhance-questions.ts';
import { forgetWhenLeft, tellOthers } from '#lib/shared/ui/forget-when-left.ts';
import { startReading } from '#lib/questionnaire/ui/enhance/read-aloud.ts';
import { startJourney } from './start-journey.ts';
import { watchIdle } from './watch-idle.ts';

enhanceQuestions(document);
startJourney();
startReading();
forgetWhenLeft();
watchIdle();
tellOthers();
