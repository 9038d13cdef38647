using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;

namespace Moothall.Features.CommunitySafetyHub.Circulation;

/// <summary>Makes, keeps and opens the monthly passwords of locked files (S1-7.2i). Earlier months' stay, for the files of their month.</summary>
public sealed class FilePasswords(
    MoothallDb db,
    PartnershipKey key,
    IServiceScopeFactory scopes,
    TimeProvider clock
)
{
    private const string Purpose = "file password";

    /// <summary>The month in force, as its first day in London.</summary>
    public DateOnly ThisMonth => ArchivePassword.MonthOf(clock.GetUtcNow().UtcDateTime);

    /// <summary>
    /// This month's password, made on first need. It is made in a transaction of its own, so that two first needs at the same
    /// moment agree on one; call it before anything else of the request is saved.
    /// </summary>
    public async Task<FilePassword> ThisMonthsAsync(CancellationToken cancel = default)
    {
        var month = ThisMonth;
        if (await FindAsync(month, cancel) is { } made)
        {
            return made;
        }

        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope
                .ServiceProvider.GetRequiredService<AuditActor>()
                .BeJob("file passwords", "a month's first locked file needs a password");
            var own = scope.ServiceProvider.GetRequiredService<MoothallDb>();
            own.Add(
                new FilePassword
                {
                    Month = month,
                    Sealed = key.Seal(
                        Purpose,
                        Context(month),
                        Encoding.ASCII.GetBytes(ArchivePassword.Generate())
                    ),
                    MadeAt = clock.GetUtcNow().UtcDateTime,
                }
            );
            await own.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // Another process needed it at the same moment and was first: its password is the month's.
        }

        return await FindAsync(month, cancel)
            ?? throw new InvalidOperationException("The month's password could not be made.");
    }

    /// <summary>The password of a month, or nothing where none was needed.</summary>
    public Task<FilePassword?> FindAsync(DateOnly month, CancellationToken cancel = default) =>
        db.Set<FilePassword>()
            .AsNoTracking()
            .SingleOrDefaultAsync(password => password.Month == month, cancel);

    /// <summary>The password itself. It goes into a locked file or is read out, and nowhere else.</summary>
    public string Open(FilePassword password) =>
        Encoding.ASCII.GetString(key.Open(Purpose, Context(password.Month), password.Sealed));

    private static string Context(DateOnly month) =>
        month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
