using Microsoft.Playwright;

namespace Moothall.BrowserTests;

/// <summary>The minutes: who was in the chair and on the telephone, and who may sign.</summary>
public sealed partial class TuesdayJourneyTests
{
    private const string Corrected = "The room is held until the end of December.";

    private string minutes = "";

    private async Task WriteMinutesAsync()
    {
        var helen = await journey.SignInAsync(Scribe);
        await helen.FollowAsync("Minutes", HubDay);
        minutes = helen.Here;
        await SeesWhoWasThereAsync(helen);
        await helen.SeesAsync($"{CallersMember} (received from {Caller}, by telephone): {Said}");
        await helen.SeesAsync(Restricted);
        await helen.SeesAsync(RestrictedSummary);
        // The case's people stand in it by their initials (settled 12).
        await helen.SeesNotAsync(child);
        await helen.ExamineAsync("minutes-draft");

        // Who acted as chair had that meeting's powers, and has none over its minutes; nor has the chair (S1-7.2j).
        foreach (var name in new[] { ActingChair, Chair })
        {
            var other = await journey.SignInAsync(name);
            await other.FollowAsync("Minutes");
            await other.SeesNotAsync(HubDay);
            await other.FindsNothingAtAsync(minutes, Said, RestrictedSummary);
            await other.IsRefusedAtAsync($"{minutes}/Sign", Said, RestrictedSummary);
        }
    }

    private async Task SignMinutesAsync()
    {
        var helen = await journey.SignInAsync(Scribe);
        await helen.FollowAsync("Minutes", $"Sign the minutes of Tuesday {HubDay}");
        await helen.PressAsync("Sign these minutes", "Signed. Tell the others");
        await helen.IsNotOfferedAsync("Circulate");

        // An edit takes the first signature away (settled 11).
        var tariq = await journey.SignInAsync(Colleague);
        await tariq.FollowAsync("Minutes", HubDay, "Correct and check names");
        await tariq.FollowAsync($"Change {reference}");
        var text = tariq.Page.GetByRole(AriaRole.Textbox, new() { Name = "Text" });
        await text.FillAsync(
            (await text.InputValueAsync()).Replace(Summary, Corrected, StringComparison.Ordinal)
        );
        await tariq.PressAsync("Save", "Saved.");
        await tariq.FollowAsync("signed");
        await tariq.SeesAsync($"The signature of {Scribe}");
        await tariq.SeesAsync($"no longer counts: {Colleague} changed the text");
        await tariq.ExamineAsync("signature-voided");
        await tariq.PressAsync("Sign these minutes", "Signed. Tell the others");
        await tariq.FollowAsync("Go to signing");
        // The same person does not give the second.
        await tariq.IsNotOfferedAsync("Sign these minutes");

        var siobhan = await journey.SignInAsync(Approver);
        await siobhan.FollowAsync("Minutes", $"Sign the minutes of Tuesday {HubDay}");
        await siobhan.SeesAsync(Corrected);
        await siobhan.PressAsync(
            "Sign these minutes",
            "Both signatures are there, so the minutes are released"
        );
        await siobhan.SeesAsync($"Signed by {Colleague}");
        await siobhan.SeesAsync($"Signed by {Approver}");
        await siobhan.SeesNotAsync($"Signed by {Scribe}");
        await siobhan.ExamineAsync("signed-twice");
    }

    private async Task ReadMinutesAsync()
    {
        // Who was on the telephone reads them like everyone, without what was restricted from her.
        var farah = await journey.SignInAsync(Caller);
        await farah.FollowAsync("Minutes", HubDay);
        await SeesWhoWasThereAsync(farah);
        await farah.SeesAsync(Said);
        await farah.SeesAsync(Corrected);
        await farah.HasNothingOfAsync(Restricted, RestrictedSummary, child);
        await farah.ExamineAsync("minutes-without-the-restricted-item");
        var amy = await journey.SignInAsync(ActingChair);
        await amy.FollowAsync("Minutes", HubDay);
        await amy.SeesAsync(RestrictedSummary);
    }

    private static async Task SeesWhoWasThereAsync(JourneyPerson reader)
    {
        await Assertions
            .Expect(
                reader
                    .Page.Locator(".govuk-summary-list__row")
                    .Filter(new() { HasText = "Acting chair" })
            )
            .ToContainTextAsync(ActingChair);
        await reader.SeesAsync($"because {Chair} sent apologies");
        await reader.SeesAsync("1 of them when it was read aloud, before a witness; 5 attended.");
        await reader.SeesAsync("was explained to all attending at 10:01.");
        await reader.SeesAsync(
            $"Recording, transcription and assistants were off in the call and on every device in the room, confirmed by {ActingChair}"
        );
        await Assertions
            .Expect(reader.Row(Caller))
            .ToContainTextAsync("Representative, by telephone");
        await Assertions.Expect(reader.Row(Caller)).ToContainTextAsync(CallersMember);
        await Assertions.Expect(reader.Row(Latecomer)).ToContainTextAsync("10:2");
        await Assertions.Expect(reader.Row(Chair)).Not.ToContainTextAsync("Present");
    }
}
