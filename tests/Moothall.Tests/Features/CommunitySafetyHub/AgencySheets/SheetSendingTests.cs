using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moothall.Features.CommunitySafetyHub.Circulation;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Audit;
using Moothall.Platform.Email;
using Moothall.Tests.Features.CommunitySafetyHub.Circulation;
using Moothall.Tests.Hosting;
using Moothall.Tests.Platform.Documents;

namespace Moothall.Tests.Features.CommunitySafetyHub.AgencySheets;

/// <summary>Agencies' sheets go by the same routes and the same sender as minutes, each with what its recipient may have.</summary>
public sealed class SheetSendingTests
{
    private static readonly CancellationToken None = TestContext.Current.CancellationToken;
    private readonly ScriptedTransport transport = new();

    [Theory, BothDatabases]
    [Rule("S1-7.2h")]
    public async Task Each_sheet_goes_by_its_route_with_what_its_agency_may_have_and_no_more(
        Database database
    )
    {
        await using var moot = await PaperWeek.StartAsync(database, transport);
        var desk = await PaperWeek.SendAllAsync(moot);
        Assert.Contains("4 sheets are on their way.", desk.Words, StringComparison.Ordinal);
        await HeldMeeting.SendAsync(moot);
        await HeldMeeting.SendAsync(moot);

        Assert.Equal(4, transport.Seen.Count);
        Assert.All(
            transport.Seen,
            mail =>
                Assert.All(
                    PaperWeek.Personal,
                    word =>
                        Assert.DoesNotContain(
                            word,
                            $"{mail.Subject} {mail.Text} {mail.Attachment!.Name}",
                            StringComparison.OrdinalIgnoreCase
                        )
                )
        );
        var sheets = transport
            .Seen.Where(mail => mail.To == "hannah@housing.example")
            .Select(mail => MailParts.DocumentText(mail.Attachment!.Content))
            .ToList();
        Assert.Equal(2, sheets.Count);
        var actions = sheets.Single(text => text.Contains("Windowmark", StringComparison.Ordinal));
        // Initials and the reference, never the name (settled 12); the restricted and the protected are told by telephone.
        Assert.Contains("Board the Windowmark for KM", actions, StringComparison.Ordinal);
        Assert.Contains(PaperWeek.Reference, actions, StringComparison.Ordinal);
        Assert.Contains("Copy of Hannah Wright", actions, StringComparison.Ordinal);
        Assert.Contains("2 more actions are not written here", actions, StringComparison.Ordinal);
        foreach (
            var kept in new[] { "Moss", "Secretmark", PaperWeek.SecretReference, "Refugemark" }
        )
        {
            Assert.DoesNotContain(kept, actions, StringComparison.Ordinal);
        }

        var names = sheets.Single(text => text.Contains("Kieran Moss", StringComparison.Ordinal));
        Assert.Contains("Born 3 April 1990", names, StringComparison.Ordinal);
        Assert.Contains(PaperWeek.OpenAddress, names, StringComparison.Ordinal);
        Assert.Contains("Tara Bell", names, StringComparison.Ordinal);
        Assert.Contains("\u2610 Known", names, StringComparison.Ordinal);
        Assert.DoesNotContain("Refugemark", names, StringComparison.Ordinal);
        Assert.DoesNotContain("Noise at night", names, StringComparison.Ordinal);

        var copies = await PaperWeek.CopiesAsync(moot);
        Assert.All(copies, copy => Assert.Equal(CopyStatus.Sent, copy.Status));
        Assert.DoesNotContain(copies, copy => copy.UserId == People.Lapsed.Id);
        var told = await HeldMeeting.AuditAsync(moot, AuditKind.Disclosure);
        Assert.Contains(
            told,
            entry => entry.Contains("hannah@housing.example", StringComparison.Ordinal)
        );
        using var carys = await moot.AsAsync(People.Coordinator);
        var week = await carys.GetAsync("/");
        Assert.Contains(
            "2 agencies yet to answer a sheet of actions",
            week.Words,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("to send a sheet", week.Words, StringComparison.Ordinal);
        // To whom nothing went is written down with its reason.
        var nothing = await moot.WithAsync(db => db.Set<NotCirculated>().ToListAsync());
        Assert.NotEmpty(nothing);
        Assert.All(
            nothing,
            one =>
            {
                Assert.Equal(People.Lapsed.Id, one.UserId);
                Assert.Contains("is not current", one.Because, StringComparison.Ordinal);
            }
        );
        // Once is enough: the button is gone.
        Assert.DoesNotContain("Send all that are ready", desk.Words, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    [Rule("S1-7.2i")]
    public async Task Without_a_secure_address_it_is_a_locked_file_of_the_month(Database database)
    {
        await using var moot = await PaperWeek.StartAsync(database, transport);
        await PaperWeek.SendAllAsync(moot);
        await HeldMeeting.SendAsync(moot);
        var mail = transport.Seen.Where(one => one.To == "zainab@harbour.example").ToList();
        Assert.NotEmpty(mail);
        Assert.All(mail, one => Assert.Equal("papers.zip", one.Attachment!.Name));
        using var folder = new TemporaryFolder();
        var password = await PasswordAsync(moot);
        var texts = new List<string>();
        foreach (var (one, number) in mail.Select((one, number) => (one, number)))
        {
            var path = folder[$"{number}.zip"];
            await File.WriteAllBytesAsync(path, one.Attachment!.Content, None);
            var (_, listing) = await Tool.RunAsync("7z", "l", "-slt", path);
            Assert.Contains("Path = papers.docx", listing, StringComparison.Ordinal);
            Assert.Matches(@"Method = AES-256\b", listing);
            var (wrong, _) = await Tool.RunAsync("7z", "t", "-pWrong1password", path);
            Assert.NotEqual(0, wrong);
            var into = folder[$"{number}"];
            var (right, said) = await Tool.RunAsync(
                "7z",
                "x",
                "-y",
                "-p" + password,
                "-o" + into,
                path
            );
            Assert.True(right == 0, said);
            texts.Add(
                MailParts.DocumentText(await File.ReadAllBytesAsync($"{into}/papers.docx", None))
            );
        }

        Assert.Contains(texts, text => text.Contains("Leafmark", StringComparison.Ordinal));
        Assert.DoesNotContain(texts, text => text.Contains("Windowmark", StringComparison.Ordinal));
        using var carys = await moot.AsAsync(People.Coordinator);
        var passwords = await carys.GetAsync("/FilePasswords");
        Assert.Contains("Zainab Malik", passwords.Words, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task What_changed_since_is_asked_again_before_it_leaves(Database database)
    {
        await using var moot = await PaperWeek.StartAsync(database, transport);
        await PaperWeek.SendAllAsync(moot);
        await moot.WithAsync(async db =>
            (
                await db.Set<HubMembership>().SingleAsync(one => one.Id == World.HousingMember)
            ).ProtocolReviewDate = new(2026, 11, 1)
        );
        await HeldMeeting.SendAsync(moot);
        Assert.DoesNotContain(transport.Seen, mail => mail.To == "hannah@housing.example");
        var held = (await PaperWeek.CopiesAsync(moot))
            .Where(copy => copy.UserId == People.Housing.Id)
            .ToList();
        Assert.All(held, copy => Assert.Equal(CopyStatus.Held, copy.Status));
        Assert.All(
            held,
            copy => Assert.Contains("is not current", copy.ServerSaid, StringComparison.Ordinal)
        );
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await carys.GetAsync($"/AgencySheets/Copies/{held[0].Id}");
        var again = await carys.PostAsync(page, "handler=Again");
        Assert.Contains("is not current", Assert.Single(again.Errors), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task What_is_uncertain_or_refused_waits_for_a_person(Database database)
    {
        await using var moot = await PaperWeek.StartAsync(database, transport);
        transport.Next(new MailResult.Uncertain("The connection broke."));
        transport.Next(new MailResult.Refused("550 no such user", Permanent: true));
        await PaperWeek.SendAllAsync(moot);
        await HeldMeeting.SendAsync(moot);
        var copies = await PaperWeek.CopiesAsync(moot);
        var doubtful = copies.Single(copy => copy.Status == CopyStatus.Uncertain);
        var refused = copies.Single(copy => copy.Status == CopyStatus.Refused);
        using var carys = await moot.AsAsync(People.Coordinator);
        var desk = await carys.GetAsync(PaperWeek.Desk);
        Assert.Contains("550 no such user", desk.Words, StringComparison.Ordinal);
        await carys.PostAsync(
            await carys.GetAsync($"/AgencySheets/Copies/{doubtful.Id}"),
            "handler=Arrived",
            null,
            ("Words.Text", "She rang")
        );
        await carys.PostAsync(
            await carys.GetAsync($"/AgencySheets/Copies/{refused.Id}"),
            "handler=Again"
        );
        await HeldMeeting.SendAsync(moot);
        copies = await PaperWeek.CopiesAsync(moot);
        Assert.All(copies, copy => Assert.Equal(CopyStatus.Sent, copy.Status));
        Assert.Equal(2, copies.Single(copy => copy.Id == refused.Id).Attempts.Count);
    }

    [Theory, BothDatabases]
    public async Task What_went_is_opened_again_only_by_who_may_see_all_of_it(Database database)
    {
        await using var moot = await PaperWeek.StartAsync(database, transport);
        await PaperWeek.SendAllAsync(moot);
        await HeldMeeting.SendAsync(moot);
        var lines = await moot.WithAsync(db => db.Set<SentLine>().ToListAsync());
        var told = lines.First(line => line.CaseId is not null);
        var copy = (await PaperWeek.CopiesAsync(moot)).Single(one =>
            one.Attempts.Any(attempt => attempt.Id == told.AttemptId)
        );
        var file = $"/AgencySheets/Copies/{copy.Id}?handler=File&attempt={told.AttemptId}";
        using var sunil = await moot.AsAsync(People.SecondCoordinator);
        Assert.Equal(HttpStatusCode.OK, (await sunil.GetAsync(file)).Status);
        await moot.AddAsync(
            new Moothall.Features.CommunitySafetyHub.Cases.CaseExclusion
            {
                CaseId = told.CaseId!.Value,
                UserId = People.SecondCoordinator.Id,
                Why = "Neighbour",
            }
        );
        Assert.Equal(HttpStatusCode.NotFound, (await sunil.GetAsync(file)).Status);
        using var petra = await moot.AsAsync(People.Police);
        Assert.Equal(HttpStatusCode.Forbidden, (await petra.GetAsync(file)).Status);
    }

    private static async Task<string> PasswordAsync(Moot moot)
    {
        await using var scope = moot.Services.CreateAsyncScope();
        var passwords = scope.ServiceProvider.GetRequiredService<FilePasswords>();
        return passwords.Open(await passwords.ThisMonthsAsync(None));
    }
}
