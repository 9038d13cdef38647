import {
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
  createAll,
} from "govuk-frontend";
import { enhanceAnswers } from "./answer";
import { keepDrafts } from "./draft";
import { enhanceLookups } from "./lookup";
import { checkUploads } from "./upload";

// Pages work without any of this; each part only makes them better.
for (const component of [
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
]) {
  createAll(component);
}
enhanceLookups(document);
enhanceAnswers();
keepDrafts(document);
checkUploads(document);
