using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Referrals;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;
using Moothall.Tests.Features.CommunitySafetyHub.Referrals;
using Moothall.Tests.Hosting;
using Moothall.Tests.Platform.Documents;
using Moothall.Tests.Servers;

namespace Moothall.Tests.Faults;

/// <summary>The disk of the database and the files is full, and then there is room again.</summary>
public sealed class FullDiskTests
{
    private const int Spare = 300_000;

    [Theory, BothDatabases]
    public async Task What_does_not_fit_is_refused_whole_and_fits_when_there_is_room(
        Database database
    )
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root can mount a small disk.");
        await using var postgres =
            database == Database.Postgres ? await PostgresProcess.StartAsync() : null;
        await using var disk = await SmallDisk.StartAsync();
        await using var moot = await StartAsync(postgres, disk);
        using var petra = await moot.AsAsync(People.Police);
        var reference = await Fill.ReferAsync(moot, People.Police, Fill.Place());

        disk.Fill(Spare);
        var upload = await AttachmentTests.UploadAsync(petra, reference, "Large.txt", Words());
        Assert.Equal(
            ["There is no room left for files. Nothing was kept; tell the administrator."],
            upload.Errors
        );
        Assert.Empty(Files(moot));

        var form = await petra.GetAsync(Fill.Address);
        var saved = 1;
        Page answer;
        (string, string?)[] fields;
        disk.Fill(0);
        do
        {
            fields = Fill.Place(
                ("Input.Details.Summary", new string('x', 9_000)),
                ("Input.FormId", Guid.CreateVersion7().ToString()),
                (Moothall.Platform.Forms.FormStampTagHelper.KeyField, $"{Guid.CreateVersion7()}")
            );
            answer = await petra.PostAsync(form, Fill.Send, Fill.Send, fields);
            saved += answer.Status == HttpStatusCode.InsufficientStorage ? 0 : 1;
        } while (answer.Status != HttpStatusCode.InsufficientStorage && saved < 2_000);

        Assert.Contains("there is no room left", answer.Words, StringComparison.Ordinal);
        Assert.Contains("was not saved", answer.Words, StringComparison.Ordinal);

        disk.Clear();
        Assert.Equal(saved, await moot.WithAsync(db => db.Set<Referral>().CountAsync()));
        var sent = await petra.PostAsync(form, Fill.Send, Fill.Send, fields);
        Assert.Equal(HttpStatusCode.OK, sent.Status);
        Assert.Equal(saved + 1, await moot.WithAsync(db => db.Set<Referral>().CountAsync()));
        var kept = await AttachmentTests.UploadAsync(petra, reference, "Large.txt", Words());
        Assert.Empty(kept.Errors);
        Assert.Single(Files(moot));
        Assert.Null((await moot.WithAsync(db => AuditVerifier.VerifyAsync(db))).BrokenAt);
    }

    [Theory, BothDatabases]
    public async Task A_file_whose_row_could_not_be_saved_is_taken_back(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var reference = await Fill.ReferAsync(moot, People.Police, Fill.Place());
        using var petra = await moot.AsAsync(People.Police);
        await moot.WithAsync(db =>
            db.Database.ExecuteSqlRawAsync(
                database == Database.Postgres
                    ? "ALTER TABLE \"ReferralAttachment\" ADD CONSTRAINT refused CHECK (false) NOT VALID"
                    : "CREATE TRIGGER refused BEFORE INSERT ON \"ReferralAttachment\" BEGIN SELECT RAISE(ABORT, 'refused'); END"
            )
        );
        var page = await AttachmentTests.UploadAsync(petra, reference, "Plan.pdf", Samples.Pdf);
        Assert.Equal(HttpStatusCode.InternalServerError, page.Status);
        Assert.Empty(Files(moot));
        Assert.Equal(0, await moot.WithAsync(db => db.Set<StoredFile>().CountAsync()));
    }

    private static async Task<Moot> StartAsync(PostgresProcess? postgres, SmallDisk disk)
    {
        var folder = Directory.CreateDirectory(Path.Combine(disk.Path, "moot")).FullName;
        if (postgres is null)
        {
            return Moot.StartAt(await Template.CopyAsync(Database.Sqlite, folder), folder);
        }

        var place = disk.FolderOf("postgres");
        await postgres.ExecuteAsync($"create tablespace small location '{place}'");
        var address = await postgres.ExecuteAsync(
            "create database moothall_full tablespace small",
            "moothall_full"
        );
        await Template.FillAsync(address);
        return Moot.StartAt(new DatabaseAddress(address), folder);
    }

    // Larger than what is spared, and not to be packed into less.
    private static byte[] Words() =>
        System.Text.Encoding.ASCII.GetBytes(
            string.Join(
                '\n',
                Enumerable
                    .Range(0, 3 * Spare / 40)
                    .Select(n => $"Line {n} of many words of an evening")
            )
        );

    private static List<string> Files(Moot moot)
    {
        var folder = Path.Combine(moot.Folder, "files");
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)]
            : [];
    }
}
