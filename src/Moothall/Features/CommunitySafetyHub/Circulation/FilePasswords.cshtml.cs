using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Circulation;

/// <summary>
/// The month's password of locked files, shown only when someone asks for it to read it out, and the record of each giving: by
/// telephone or in person, to a recognised recipient (S1-7.2i).
/// </summary>
[Access(Permission.GiveFilePassword)]
public sealed class FilePasswordsModel(
    MoothallDb db,
    FilePasswords passwords,
    PasswordList list,
    CurrentUser user,
    AuditQueue audit,
    AuditActor actor,
    TimeProvider clock
) : PageModel
{
    /// <summary>The month as the address has it, "2026-11"; the one in force without it.</summary>
    [BindProperty(SupportsGet = true, Name = "month")]
    public string? MonthText { get; set; }

    public DateOnly Month { get; private set; }
    public bool InForce => Month == passwords.ThisMonth;
    public IReadOnlyList<PasswordReceiver> Receivers { get; private set; } = [];
    public IReadOnlyList<PasswordGiving> Givings { get; private set; } = [];

    /// <summary>Months that have a password, latest first, without the one shown.</summary>
    public IReadOnlyList<DateOnly> OtherMonths { get; private set; } = [];

    /// <summary>The password, in the one answer that shows it.</summary>
    public string? Revealed { get; private set; }
    public GivingDetails Details { get; private set; } = new();

    public IEnumerable<SelectListItem> Choices =>
        Receivers.Select(one => new SelectListItem(
            $"{one.Name}, {one.OrganisationName}",
            one.UserId.ToString()
        ));

    public static string NameOf(DateOnly month) =>
        month.ToString("MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"));

    public static string AddressOf(DateOnly month) =>
        "/FilePasswords?month=" + month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await LoadAsync(cancel) ? Page() : NotFound();

    /// <summary>Answers with the page itself: a password must not stand in an address or wait to be shown again.</summary>
    public async Task<IActionResult> OnPostShowAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (Receivers.Count == 0)
        {
            ModelState.AddModelError(
                "",
                $"Nobody has a locked file of {NameOf(Month)}, so there is nobody to read a password to."
            );
            return Page();
        }

        var password = InForce
            ? await passwords.ThisMonthsAsync(cancel)
            : (await passwords.FindAsync(Month, cancel))!;
        // Written down before it is shown: a look that cannot be recorded does not happen.
        await audit.AppendAsync(
            AuditPayload.Of(AuditKind.Disclosure, actor) with
            {
                Note = $"The file password of {NameOf(Month)} was shown to be read out",
                Subjects = [new(nameof(FilePassword), password.Id)],
            },
            cancel
        );
        Revealed = passwords.Open(password);
        return Page();
    }

    public async Task<IActionResult> OnPostGiveAsync(
        GivingDetails details,
        CancellationToken cancel
    )
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        Details = details;
        var receiver = Receivers.FirstOrDefault(one => one.UserId == details.To);
        if (details.To is not null && receiver is null)
        {
            ModelState.AddModelError(
                "details.To",
                $"Choose someone who has a locked file of {NameOf(Month)}"
            );
        }

        var password = await passwords.FindAsync(Month, cancel);
        if (password is null && ModelState.IsValid)
        {
            ModelState.AddModelError(
                "",
                "Nobody has been shown this month's password yet, so it cannot have been given."
            );
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.Add(
            new PasswordGiving
            {
                PasswordId = password!.Id,
                ToUserId = receiver!.UserId,
                ToName = receiver.Name,
                Manner = details.Manner!.Value,
                KnownBy = details.KnownBy.Trim(),
                GivenByName = user.Name,
                GivenAt = clock.GetUtcNow().UtcDateTime,
            }
        );
        TempData["Notice"] = $"Recorded: {receiver.Name} has the password of {NameOf(Month)}.";
        return LocalRedirect(AddressOf(Month));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        Month = passwords.ThisMonth;
        if (MonthText is not null)
        {
            if (
                !DateOnly.TryParseExact(
                    MonthText,
                    "yyyy-MM",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var asked
                )
            )
            {
                return false;
            }

            Month = asked;
        }

        var months = await db.Set<FilePassword>()
            .OrderByDescending(password => password.Month)
            .Select(password => new { password.Id, password.Month })
            .ToListAsync(cancel);
        var own = months.Find(password => password.Month == Month);
        if (own is null && !InForce)
        {
            return false;
        }

        OtherMonths =
        [
            .. months
                .Select(password => password.Month)
                .Append(passwords.ThisMonth)
                .Distinct()
                .Where(month => month != Month)
                .OrderDescending(),
        ];
        Receivers = await list.OfMonthAsync(Month, cancel);
        Givings = own is null ? [] : await list.GivingsAsync(own.Id, cancel);
        return true;
    }
}
