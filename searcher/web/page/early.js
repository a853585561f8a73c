// Runs as soon as it is there, while the page's other modules are still on their way: the reader's texts are asked for, and what the
// browser knows of dates and numbers is brought up, which takes some 30 ms of a processor once and would else be waited for later.

import { dayText, numberText, timeText } from "../elements/common/wording.js";
import { loadTexts } from "./texts/choose.js";

const ANY_DAY = "2000-01-01T00:00:00Z";

const { locale } = await loadTexts();
dayText(ANY_DAY, locale);
timeText(ANY_DAY, locale);
numberText(1000, locale);
