using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.CommunitySafetyHub.PaperCopies;
using Moothall.Features.Partnership.Members;
using Moothall.Tests.Features.CommunitySafetyHub.Meetings;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.PaperCopies;

/// <summary>Numbered copies: who may have one, ticked back in, missed at the room check and on This week until then.</summary>
public sealed class PaperCopyTests
{
    private static readonly string Paper = $"/Meetings/{World.NextMeeting}/Paper";
    private static readonly string Pack = $"/Meetings/{World.NextMeeting}/Pack";

    [Theory]
    [InlineData(AttendeeKind.Representative, Member.Open, true, true, true)]
    [InlineData(AttendeeKind.Deputy, Member.Open, true, true, true)]
    [InlineData(AttendeeKind.Team, Member.None, true, true, true)]
    [InlineData(AttendeeKind.Invitee, Member.None, true, true, false)]
    [InlineData(AttendeeKind.GuestSpeaker, Member.None, true, true, false)]
    [InlineData(AttendeeKind.Representative, Member.OfPartA, true, true, false)]
    [InlineData(AttendeeKind.Representative, Member.Open, false, false, false)]
    [InlineData(AttendeeKind.Representative, Member.Withdrawn, true, false, false)]
    [InlineData(AttendeeKind.Representative, Member.WithoutThem, true, false, false)]
    [InlineData(AttendeeKind.Observer, Member.None, true, false, false)]
    [InlineData(AttendeeKind.Interpreter, Member.None, true, false, false)]
    [Rule("S1-7.2f")]
    public void A_copy_goes_to_those_who_signed_and_may_read(
        AttendeeKind kind,
        Member actsFor,
        bool signed,
        bool agenda,
        bool minutes
    )
    {
        var today = new DateOnly(2026, 11, 24);
        var entry = new AttendanceEntry
        {
            MeetingId = World.NextMeeting,
            UserId = People.Police.Id,
            Name = "Wren",
            OrganisationName = "Harbour",
            Kind = kind,
        };
        foreach (
            var (of, allowed) in new[] { (PaperKind.Agenda, agenda), (PaperKind.Minutes, minutes) }
        )
        {
            var verdict = PaperIssue.MayHave(of, entry, Harbour(actsFor, today), signed, today);
            Assert.Equal(allowed, verdict.Allowed);
            Assert.NotEmpty(verdict.Reason);
        }
    }

    /// <summary>How the member stands that a person acts for.</summary>
    public enum Member
    {
        None,
        Open,
        OfPartA,
        Withdrawn,
        WithoutThem,
    }

    private static HubMembership? Harbour(Member how, DateOnly today)
    {
        if (how == Member.None)
        {
            return null;
        }

        var member = new HubMembership
        {
            BodyId = World.Hub,
            Name = "Harbour",
            Kind = MemberKind.Organisation,
            Basis = ProtocolBasis.Signatory,
            ProtocolDate = today.AddDays(-9),
            SeesCases = how != Member.OfPartA,
            WithdrawnAt = how == Member.Withdrawn ? Sitting.Morning : null,
        };
        member.Representatives.Add(
            new()
            {
                MembershipId = member.Id,
                UserId = People.Police.Id,
                IsDeputy = false,
                From = today.AddDays(-9),
                Until = how == Member.WithoutThem ? today.AddDays(-1) : null,
            }
        );
        return member;
    }

    [Theory, BothDatabases]
    [Rule("S1-7.2c"), Rule("S1-7.2g")]
    public async Task Copies_are_numbered_and_out_until_they_are_ticked_back_in(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        var (petra, _) = await Sitting.ComeAsync(moot, People.Police);
        using var done = petra;
        var (hannah, _) = await Sitting.ComeAsync(moot, People.Housing);
        using var ending = hannah;
        Assert.Equal(HttpStatusCode.Forbidden, (await petra.GetAsync(Paper)).Status);
        await moot.AddAsync(
            new AttendanceEntry
            {
                MeetingId = World.NextMeeting,
                Name = "Nesta Orr",
                OrganisationName = "The university",
                Kind = AttendeeKind.Observer,
            }
        );
        var register = (await Sitting.MeetingAsync(moot)).Register;
        Guid LineOf(string name) => register.Single(entry => entry.Name == name).Id;
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await carys.GetAsync(Paper);
        Assert.Contains("Nesta Orr: Observers sign", page.Words, StringComparison.Ordinal);
        var wrong = await IssueAsync(carys, page, LineOf("Nesta Orr"));
        Assert.StartsWith(
            "Tick people of the list who get a copy. Observers sign",
            wrong.Errors.Single(),
            StringComparison.Ordinal
        );
        Assert.Empty(await CopiesAsync(moot));

        await IssueAsync(carys, page, LineOf("Petra Novak"));
        await IssueAsync(carys, await carys.GetAsync(Paper), LineOf("Hannah Wright"));
        Assert.Equal(
            [(1, "Petra Novak", PaperState.Out), (2, "Hannah Wright", PaperState.Out)],
            (await CopiesAsync(moot)).Select(copy => (copy.Number, copy.HolderName, copy.State))
        );
        var (clive, live) = await Sitting.StartAsync(moot);
        using var closing = clive;
        Assert.Contains(
            "2 paper copies are still out: 1 (Petra Novak), 2 (Hannah Wright).",
            live.Words,
            StringComparison.Ordinal
        );
        await TickAsync(carys, 1, "Returned");
        moot.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Contains(
            "1 paper copy of Tuesday 24 November still out",
            (await carys.GetAsync("/")).Words,
            StringComparison.Ordinal
        );
        await TickAsync(carys, 2, "Shredded");
        var second = (await CopiesAsync(moot))[1];
        Assert.Equal(
            (PaperState.Shredded, "Carys Bevan", Sitting.Morning.AddMinutes(130)),
            (second.State, second.BackToName, second.BackAt!.Value)
        );
        Assert.DoesNotContain(
            "still out",
            (await carys.GetAsync("/")).Words,
            StringComparison.Ordinal
        );
        await TickAsync(carys, 2, "Still out after all");
        Assert.Equal(PaperState.Out, (await CopiesAsync(moot))[1].State);
    }

    [Theory, BothDatabases]
    public async Task A_pack_is_a_numbered_copy_with_what_its_maker_may_see(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        using var petra = await moot.AsAsync(People.Police);
        Assert.Equal(HttpStatusCode.Forbidden, (await petra.GetAsync(Pack)).Status);
        using var carys = await moot.AsAsync(People.Coordinator);
        var empty = await carys.GetAsync(Pack);
        Assert.DoesNotContain(Sitting.CaseTitle, empty.Text, StringComparison.Ordinal);
        var page = await carys.PostAsync(empty, "Make a numbered pack");
        foreach (
            var words in new[]
            {
                "OFFICIAL-SENSITIVE. Copy 1, printed by Carys Bevan on Tuesday 24 November 2026",
                Sitting.CaseTitle,
                "5. Fifth statement.",
                "Petra Novak",
                "Owner",
                "Recording, transcription and assistants off",
            }
        )
        {
            Assert.Contains(words, page.Words, StringComparison.Ordinal);
        }

        // The case of named people is not on the coordinator's sheets, and another's pack is not theirs to open.
        Assert.DoesNotContain(Sitting.SecretTitle, page.Text, StringComparison.Ordinal);
        using var sunil = await moot.AsAsync(People.SecondCoordinator);
        Assert.Equal(HttpStatusCode.NotFound, (await sunil.GetAsync(Pack + "?number=1")).Status);
        var copy = (await CopiesAsync(moot)).Single();
        Assert.Equal((1, PaperKind.Pack, PaperState.Out), (copy.Number, copy.Kind, copy.State));
        await TickAsync(carys, 1, "Shredded");
        Assert.Equal(HttpStatusCode.NotFound, (await carys.GetAsync(Pack + "?number=1")).Status);
    }

    private static async Task<Page> IssueAsync(Browser browser, Page page, Guid line)
    {
        var form = page.Document.QuerySelector<IHtmlFormElement>("form[action*='handler=Issue']");
        Assert.NotNull(form);
        return await browser.PostAsync(
            page,
            form,
            null,
            ("Kind", "Agenda"),
            ("Who", line.ToString())
        );
    }

    private static async Task TickAsync(Browser browser, int number, string button)
    {
        var page = await browser.GetAsync(Paper);
        var form = page
            .Document.QuerySelectorAll<IHtmlFormElement>("form.moot-marks")
            .Single(one => one.TextContent.Contains($"copy {number}", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await browser.PostAsync(page, form, button)).Status);
    }

    private static Task<List<PaperCopy>> CopiesAsync(Moot moot) =>
        moot.WithAsync(db =>
            db.Set<PaperCopy>().AsNoTracking().OrderBy(copy => copy.Number).ToListAsync()
        );
}
