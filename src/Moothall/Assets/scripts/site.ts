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
import { keepDrafts } from "./draft";
import { enhanceAnswers } from "./answer";
import { followLiveMeeting } from "./live";
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
keepDrafts(document);
enhanceAnswers();
for (const root of document.querySelectorAll<HTMLElement>("[data-module='moot-live']")) {
  followLiveMeeting(root);
}
checkUploads(document);
