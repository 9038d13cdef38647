using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.MeetingMinutes;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.CommunitySafetyHub.WriteUps;
using Moothall.Platform.Audit;
using Moothall.Tests.Features.CommunitySafetyHub.Meetings;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.WriteUps;

/// <summary>A meeting held on paper is written up with its real times; the audit has the time of the writing.</summary>
public sealed class WriteUpTests
{
    private static readonly string Clive = RegisterRow.OfChair(People.Chair.Id);

    [Theory, BothDatabases]
    [Rule("S1-7.2e"), Rule("S1-7.2f"), Rule("S1-7.2g")]
    public async Task A_meeting_on_paper_is_written_up_with_its_real_times(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var sitting = await Sitting.PrepareAsync(moot);
        using var clive = await moot.AsAsync(People.Chair);
        Assert.Equal(HttpStatusCode.Forbidden, (await clive.GetAsync(PaperSheet.Address)).Status);
        using var before = await moot.AsAsync(People.Coordinator);
        var early = await before.GetAsync(PaperSheet.Address);
        Assert.Contains("Write it up when it is over", early.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=Finish", early.Text, StringComparison.Ordinal);

        // Two days later.
        var writing = Sitting.Morning.AddDays(2);
        moot.Clock.Set(writing);
        using var carys = await moot.AsAsync(People.Coordinator);
        Assert.Contains(
            "The hub of Tuesday 24 November is not written down",
            (await carys.GetAsync("/")).Words,
            StringComparison.Ordinal
        );
        var wrong = await PaperSheet.PeopleAsync(carys, (PaperSheet.Petra, "10:20", "10:05"));
        Assert.Equal(["Petra Novak left before they arrived."], wrong.Errors);
        Assert.Contains("10:20", wrong.Text, StringComparison.Ordinal);
        Assert.Empty((await Sitting.MeetingAsync(moot)).Register);
        var page = await PaperSheet.PeopleAsync(
            carys,
            (PaperSheet.Petra, "10:07", "10:40"),
            (Clive, "9:55", "")
        );
        Assert.Empty(page.Errors);

        var unsummed = await PaperSheet.ItemAsync(carys, sitting.CaseItem, "Discussed", "");
        Assert.Equal(["Item 4 was discussed: write its summary."], unsummed.Errors);
        page = await PaperSheet.ItemAsync(carys, sitting.CaseItem, "Discussed", "Noise goes on");
        Assert.DoesNotContain(Sitting.SecretTitle, page.Text, StringComparison.Ordinal);
        Assert.Contains("1 item is closed to you.", page.Words, StringComparison.Ordinal);
        await carys.PostAsync(
            page,
            "handler=Save",
            null,
            ("item", sitting.CaseItem.ToString()),
            ("Act.Text", "Write to the landlord"),
            ("Act.OwnerMembershipId", World.HousingMember.ToString())
        );
        var unready = await FinishAsync(moot, carys, "10:50", "10:02", ticked: false);
        foreach (
            var problem in new[]
            {
                "The meeting must end after it started.",
                "Tick that the sharing protocol was explained",
                "recording, transcription and assistants were off",
                "Tick that the room was checked",
            }
        )
        {
            Assert.Contains(unready.Errors, one => one.Contains(problem, StringComparison.Ordinal));
        }

        Assert.Equal(MeetingStatus.Planned, (await Sitting.MeetingAsync(moot)).Status);
        var minutes = await FinishAsync(moot, carys, "10:02", "10:50", ticked: true);
        Assert.Equal($"/Minutes/{World.NextMeeting}", minutes.Path);

        await HeldAsync(moot, sitting, writing);
    }

    private static async Task HeldAsync(Moot moot, Sitting sitting, DateTime writing)
    {
        var meeting = await Sitting.MeetingAsync(moot);
        Assert.Equal(
            (
                MeetingStatus.Ended,
                Sitting.Morning.AddMinutes(12),
                Sitting.Morning.AddMinutes(60),
                writing,
                "Carys Bevan"
            ),
            (
                meeting.Status,
                meeting.StartedAt!.Value,
                meeting.EndedAt!.Value,
                meeting.WrittenUpAt!.Value,
                meeting.WrittenUpByName
            )
        );
        var police = meeting.Register.Single(entry => entry.UserId == People.Police.Id);
        Assert.Equal(
            (Sitting.Morning.AddMinutes(17), Sitting.Morning.AddMinutes(50)),
            (police.ArrivedAt!.Value, police.LeftAt!.Value)
        );
        Assert.Equal(2, meeting.Signatures.Count);
        Assert.All(
            meeting.Signatures,
            one =>
                Assert.Equal((SigningManner.OnPaper, "Carys Bevan"), (one.Manner, one.WitnessName))
        );
        Assert.Equal(
            ItemOutcome.NotReached,
            meeting.Items.Single(item => item.Id == sitting.SecretItem).Outcome
        );
        Assert.Equal(
            "Noise goes on",
            meeting.Items.Single(item => item.Id == sitting.CaseItem).Summary
        );
        var action = await moot.WithAsync(db =>
            db.Set<HubAction>().SingleAsync(one => one.MeetingId == World.NextMeeting)
        );
        Assert.Equal(
            ("Write to the landlord", meeting.StartsAt, sitting.Case),
            (action.Text, action.AgreedAt, action.CaseId!.Value)
        );
        var text = await moot.WithAsync(db =>
            db.Set<MinutesSection>().Select(section => section.Text).ToListAsync()
        );
        Assert.Contains(text, one => one.Contains("Time: 10:02 to 10:50"));
        Assert.Contains(
            text,
            one =>
                one.Contains(
                    "Record: written up afterwards from paper by Carys Bevan on Thursday 26 November 2026 at 09:50"
                )
        );
        Assert.Contains(text, one => one.Contains("2 of them on paper, before a witness"));
        // The audit tells when it was written; the fields tell when it was.
        var written = await moot.WithAsync(db =>
            db.Set<AuditContent>()
                .Where(one => one.Kind == AuditKind.Change && one.At == writing)
                .Select(one => one.Json)
                .ToListAsync()
        );
        Assert.Contains(written, one => one.Contains("StartedAt") && one.Contains("10:02"));
    }

    [Theory]
    [InlineData(MeetingStatus.Planned, true, 1, true)]
    [InlineData(MeetingStatus.Planned, true, -1, false)]
    [InlineData(MeetingStatus.Planned, false, 1, false)]
    [InlineData(MeetingStatus.Live, true, 1, false)]
    [InlineData(MeetingStatus.Ended, true, 1, false)]
    [InlineData(MeetingStatus.Cancelled, true, 1, false)]
    public void Only_a_published_meeting_that_nobody_started_is_written_up(
        MeetingStatus status,
        bool published,
        int hoursLater,
        bool allowed
    )
    {
        var verdict = PaperRecord.MayBegin(
            new()
            {
                BodyId = World.Hub,
                StartsAt = Sitting.Morning,
                Minutes = 60,
                CutOffAt = Sitting.Morning,
                Status = status,
                PublishedAt = published ? Sitting.Morning : null,
            },
            Sitting.Morning.AddHours(hoursLater)
        );
        Assert.Equal(allowed, verdict.Allowed);
        Assert.NotEmpty(verdict.Reason);
    }

    private static async Task<Page> FinishAsync(
        Moot moot,
        Browser browser,
        string started,
        string ended,
        bool ticked
    )
    {
        var chair = (await Sitting.MeetingAsync(moot)).Register.Single(entry =>
            entry.UserId == People.Chair.Id
        );
        return await browser.PostAsync(
            await browser.GetAsync(PaperSheet.Address),
            "handler=Save",
            "End the meeting",
            ("Finish.Started", started),
            ("Finish.Ended", ended),
            ("Finish.Chair", chair.Id.ToString()),
            ("Finish.Explained", ticked ? "true" : "false"),
            ("Finish.RecordingOff", ticked ? "true" : "false"),
            ("Finish.RoomChecked", ticked ? "true" : "false")
        );
    }
}
