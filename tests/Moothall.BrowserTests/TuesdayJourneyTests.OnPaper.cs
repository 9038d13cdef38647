using System.Text;
using Microsoft.Playwright;

namespace Moothall.BrowserTests;

/// <summary>An agency that will not sign in gets its actions as a sheet and answers by e-mail (settled 16).</summary>
public sealed partial class TuesdayJourneyTests
{
    private const string News = "Done: he starts on Monday.";

    /// <summary>The case of the action that is answered, as the sheet names it.</summary>
    private string mailedCase = "";

    private async Task SendSheetsAsync()
    {
        var helen = await journey.SignInAsync(Scribe);
        await helen.FollowAsync("Meetings", HubDay, "Arrange and publish");
        await helen.PressAsync("Publish the agenda", "The agenda is published.");

        await helen.FollowAsync("Actions", "Sheets for agencies that do not sign in");
        await helen.SeesAsync("Nobody who acts for it can sign in.");
        await helen.ExamineAsync("sheets-for-agencies");
        await helen.FollowAsync($"Answers and sheets of {SilentMember}");
        await helen.SeesAsync("3 open actions, 0 answered.");
        await helen.FollowAsync("See the action sheet");
        mailedCase = await helen.Row(MailedAction).GetByRole(AriaRole.Cell).Nth(2).InnerTextAsync();
        await helen.ExamineAsync("action-sheet");
        await helen.FollowAsync(SilentMember);
        // The actions and the names to look up. Not to a secure address, so the files are locked; they wait, since no mail
        // server is set up.
        await helen.SeesAsync($"{Correspondent}: Locked file.");
        await helen.PressAsync("Send its sheets", "2 sheets are on their way.");
        await helen.SeesAsync("Waiting to send");
        await helen.IsNotOfferedAsync("Send its sheets");
        await helen.ExamineAsync("sheet-sent");
    }

    private async Task TakeAnswerAsync()
    {
        var helen = await journey.SignInAsync(Scribe);
        await helen.FollowAsync(
            "Referrals",
            "Messages to confirm",
            "Add saved e-mails or documents"
        );
        await helen.AttachAsync("Files", "Re course.eml", Mail(mailedCase));
        await helen.ExamineAsync("mail-to-add");
        await helen.PressAsync("Add", "1 message was added.");
        await Assertions.Expect(helen.Row("Re: ")).ToContainTextAsync("To confirm");
        await helen.ExamineAsync("messages");

        await helen.FollowAsync($"Re: {MailedAction}");
        await helen.SeesAsync(
            $"That is the address of {Correspondent}, who acts for {SilentMember}."
        );
        // Known, and not trusted.
        await helen.SeesAsync("An address can be forged.");
        await helen.ExamineAsync("message");
        // Nothing of it is a record before someone of the team makes it one.
        await helen.FollowAsync("Actions", MailedAction);
        var action = helen.Here;
        await helen.SeesNotAsync(News);
        await helen.Page.GoBackAsync();
        await helen.Page.GoBackAsync();
        await helen.FollowAsync("Record news of an action");
        await Assertions
            .Expect(helen.Box("Which action?").Locator("option:checked"))
            .ToHaveTextAsync($"{SilentMember}, {mailedCase}: {MailedAction}");
        await Assertions.Expect(helen.Box("Received from")).ToHaveValueAsync(Correspondent);
        await Assertions
            .Expect(helen.Page.GetByLabel("By e-mail", new() { Exact = true }))
            .ToBeCheckedAsync();
        await helen.ChooseAsync("Progress", "Done");
        await helen.TypeAsync("What was done", News);
        await helen.ExamineAsync("news-of-an-action");
        await helen.PressAsync("Record it", "The news is recorded on the action.");

        Assert.Equal(action, helen.Here);
        await helen.SeesAsync(News);
        await helen.SeesAsync(Taken);
        await helen.ExamineAsync("action-answered");
        await helen.Page.GotoAsync($"/Cases/{mailedCase}");
        await helen.SeesAsync(News);
        await helen.SeesAsync($"received from {Correspondent}");
        await helen.ExamineAsync("case-with-the-answer");
        await helen.FollowAsync("Actions", "Sheets for agencies that do not sign in");
        await helen.SeesAsync("3 open actions, 1 answered.");
        await helen.FollowAsync("Referrals", "Messages to confirm");
        await helen.SeesAsync("No message waits.");
    }

    private static byte[] Mail(string reference) =>
        Encoding.ASCII.GetBytes(
            $"""
            From: {Correspondent} <owen.trask@nextstep.example>
            To: hub@aldermere.example
            Subject: Re: {MailedAction}
            Date: Tue, 24 Nov 2026 08:50:00 +0000
            Message-ID: <course-place@nextstep.example>
            Content-Type: text/plain; charset=us-ascii

            {reference}, {MailedAction}
            {News}
            """.ReplaceLineEndings("\r\n")
        );

    private const string Taken =
        $"received from {Correspondent} at {SilentMember}, by e-mail, on 24 November 2026, taken down by {Scribe}";
}
