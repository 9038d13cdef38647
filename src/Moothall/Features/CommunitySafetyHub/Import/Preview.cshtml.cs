using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Moothall.Features.CommunitySafetyHub.Import.Recognising;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;

namespace Moothall.Features.CommunitySafetyHub.Import;

/// <summary>The third step: what will be written, beside what the file says. Only its button writes.</summary>
[Access(Permission.BringIn)]
public sealed class PreviewModel(
    MoothallDb db,
    DraftReading reading,
    ImportWriter writer,
    HubViewers viewers
) : DraftPage
{
    private const int PageSize = 25;

    /// <summary>The page of the list, from 1.</summary>
    [BindProperty(SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    /// <summary>What the person saw, so that nothing else is written.</summary>
    [BindProperty]
    public string Seen { get; set; } = "";

    public IReadOnlyList<Planned> Shown { get; private set; } = [];
    public IReadOnlyList<HubImport> Twice { get; private set; } = [];
    public int Pages { get; private set; }

    /// <summary>How many of each sort will be written, in words.</summary>
    public IReadOnlyList<string> Counts =>
        [
            .. Some(Plan.Ready.OfType<PlannedCase>().Count(), "case", "cases"),
            .. Some(
                Plan.Ready.OfType<PlannedCase>().Sum(one => one.People.Count),
                "person",
                "people"
            ),
            .. Some(Plan.Ready.OfType<PlannedAction>().Count(), "action", "actions"),
            .. Some(
                Plan.Ready.OfType<PlannedMember>().Count(one => one.Existing is null),
                "new member",
                "new members"
            ),
            .. Some(
                Plan.Ready.OfType<PlannedMember>()
                    .Sum(one => one.People.Count(person => person.NotYet is null)),
                "representative",
                "representatives"
            ),
            .. Some(
                Plan.Ready.OfType<PlannedMember>()
                    .Sum(one => one.People.Count(person => person.IsPrepared)),
                "person for an administrator to invite",
                "people for an administrator to invite"
            ),
            .. Some(Plan.Kind == ImportKind.Minutes ? 1 : 0, "paper of minutes", ""),
        ];

    /// <summary>The columns of which nothing is written.</summary>
    public IReadOnlyList<string> LeftOut =>
        [
            .. Plan
                .Recognised.Tables.SelectMany(table => table.Columns)
                .Where(column => column.Field is null)
                .Select(column => column.Name)
                .Distinct(),
        ];

    /// <summary>Whether there is anything to write.</summary>
    public bool MayConfirm =>
        View.Draft.ImportId is null && (Plan.Ready.Count > 0 || Plan.Kind == ImportKind.Minutes);

    /// <summary>Shows it; with open questions they come first.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        return Plan.Open.Count > 0 ? Redirect($"/BringIn/{id}") : Page();
    }

    /// <summary>Gives the rows that cannot be brought in, with what is wrong, as a file to mend.</summary>
    public async Task<IActionResult> OnGetMendAsync(Guid id, CancellationToken cancel) =>
        await LoadAsync(id, cancel)
            ? File(MendFile.Of(Plan.Refused), "text/csv; charset=utf-8", "rows-to-mend.csv")
            : NotFound();

    /// <summary>Writes what was shown, in one unit with its audit entry.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        if (Plan.Open.Count > 0)
        {
            return Redirect($"/BringIn/{id}");
        }

        if (!MayConfirm)
        {
            ModelState.AddModelError(
                "",
                View.Draft.ImportId is null
                    ? "There is nothing to write."
                    : "This list was brought in already."
            );
            return Page();
        }

        if (Seen != Digest())
        {
            ModelState.AddModelError(
                "",
                "Something has changed since this was shown. Check again what will be written, then confirm it."
            );
            return Page();
        }

        HubImport import;
        try
        {
            import = await writer.WriteAsync(
                Plan,
                View.Draft.BodyId,
                View.File,
                await viewers.CurrentAsync(cancel),
                cancel
            );
        }
        catch (StorageFullException)
        {
            ModelState.AddModelError(
                "",
                "There is no room left for files. Tell the administrator; nothing was brought in."
            );
            return Page();
        }

        View.Draft.ImportId = import.Id;
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = "The list is brought in.";
        return Redirect($"/BringIn/Done/{import.Reference}");
    }

    /// <summary>What is shown, in short, so that the button writes that and nothing else.</summary>
    public string Digest()
    {
        var text = string.Join(
            '\n',
            Plan.Ready.SelectMany(one =>
                one.Result.Select(value => $"{value.Label}={value.Value}")
                    .Concat(one.Warnings)
                    .Prepend(one.Place)
            )
        );
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        if (await reading.FindAsync(id, cancel) is not { } found)
        {
            return false;
        }

        View = found;
        Twice = await writer.EarlierAsync(found.File.Content, cancel);
        Pages = (Plan.Ready.Count + PageSize - 1) / PageSize;
        PageNumber = Math.Clamp(PageNumber, 1, Math.Max(1, Pages));
        Shown = [.. Plan.Ready.Skip((PageNumber - 1) * PageSize).Take(PageSize)];
        return true;
    }

    private static IEnumerable<string> Some(int count, string one, string many) =>
        count == 0 ? [] : [count == 1 ? $"1 {one}" : $"{count} {many}"];
}
