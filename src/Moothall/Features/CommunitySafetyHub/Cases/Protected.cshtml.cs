using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Referrals;
using Moothall.Platform.Access;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Cases;

/// <summary>A person to be named as a reader of a protected value.</summary>
public sealed class ReaderForm
{
    [Field("Person", Required = "Choose the person")]
    public Guid? Person { get; set; }

    [Field(
        "Why do they need it?",
        Name = "Why they need it",
        Required = "Say why they need it",
        Limit = 1_000,
        Rows = 2
    )]
    public string Why { get; set; } = "";
}

/// <summary>A reader of a protected value.</summary>
public sealed record NamedReader(Guid UserId, string Name, bool HasLeft);

/// <summary>A protected address or number: shown only here, only to those named, each showing logged.</summary>
[Access(Permission.SeeCases)]
public sealed class ProtectedModel(
    MoothallDb db,
    HubViewers viewers,
    CaseChoices choices,
    ProtectedSeal seal,
    AuditQueue audit,
    AuditActor actor
) : PageModel
{
    public ReaderForm Input { get; private set; } = new();
    public ProtectedValue Value { get; private set; } = null!;
    public CasePerson Person { get; private set; } = null!;
    public IReadOnlyList<NamedReader> Readers { get; private set; } = [];
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    /// <summary>The case or referral it belongs to, for the way back.</summary>
    public string RecordAddress { get; private set; } = "";

    /// <summary>Whether the viewer is named, not only called to name somebody.</summary>
    public bool MayShow { get; private set; }

    /// <summary>The value itself, in the one answer that shows it.</summary>
    public string? Shown { get; private set; }

    /// <summary>Shows that the value is held and who may see it, not the value.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) =>
        await LoadAsync(id, cancel) ? Page() : NotFound();

    /// <summary>Shows the value, once, after the showing is in the audit.</summary>
    public async Task<IActionResult> OnPostShowAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel) || !MayShow)
        {
            return NotFound();
        }

        await audit.AppendAsync(
            AuditPayload.Of(AuditKind.Disclosure, actor) with
            {
                Note = $"Protected {DisplayNames.Of(Value.Kind).ToLowerInvariant()} shown",
                Subjects = [new("ProtectedValue", Value.Id), new("CasePerson", Person.Id)],
            },
            cancel
        );
        Shown = seal.Open(Value.Sealed);
        return Page();
    }

    /// <summary>Names a person as reader.</summary>
    public async Task<IActionResult> OnPostNameAsync(
        Guid id,
        [Bind(Prefix = "Input")] ReaderForm form,
        CancellationToken cancel
    )
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        Input = form;
        if (form.Person is { } person && People.All(item => item.Value != person.ToString()))
        {
            ModelState.AddModelError("Input.Person", "Choose the person from the list");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        actor.Why = form.Why;
        db.Add(new ProtectedValueReader { ValueId = Value.Id, UserId = form.Person!.Value });
        TempData["Notice"] = "They may see it now. Each showing is recorded.";
        return Redirect($"/Cases/Protected/{id}");
    }

    /// <summary>Takes a reader off. The last one stays, or nobody could ever see the value again.</summary>
    public async Task<IActionResult> OnPostUnnameAsync(
        Guid id,
        Guid reader,
        CancellationToken cancel
    )
    {
        if (!await LoadAsync(id, cancel) || Readers.All(one => one.UserId != reader))
        {
            return NotFound();
        }

        if (Readers.Count(one => !one.HasLeft && one.UserId != reader) == 0)
        {
            ModelState.AddModelError(
                "",
                "Somebody must be able to see it. Name another person first."
            );
            return Page();
        }

        var rows = await db.Set<ProtectedValueReader>()
            .Where(one => one.ValueId == id && one.UserId == reader)
            .ToListAsync(cancel);
        db.RemoveRange(rows);
        TempData["Notice"] = "They may no longer see it.";
        var me = (await viewers.CurrentAsync(cancel)).UserId;
        return Redirect(reader == me ? RecordAddress : $"/Cases/Protected/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        var viewer = await viewers.CurrentAsync(cancel);
        var value = await db.Set<ProtectedValue>()
            .VisibleTo(viewer, db)
            .AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == id, cancel);
        if (value is null)
        {
            return false;
        }

        Value = value;
        Person = await db.Set<CasePerson>()
            .AsNoTracking()
            .SingleAsync(person => person.Id == value.PersonId, cancel);
        // A referrer to whom the case is shut goes back to their own referral.
        var caseReference = await db.Set<HubCase>()
            .VisibleTo(viewer, db)
            .Where(c => c.Id == Person.CaseId)
            .Select(c => c.Reference)
            .SingleOrDefaultAsync(cancel);
        RecordAddress = caseReference is not null
            ? $"/Cases/{caseReference}"
            : "/Referrals/"
                + await db.Set<Referral>()
                    .Where(r => r.Id == Person.ReferralId)
                    .Select(r => r.Reference)
                    .SingleAsync(cancel);
        Readers = await (
            from reader in db.Set<ProtectedValueReader>()
            join user in db.Set<User>() on reader.UserId equals user.Id
            where reader.ValueId == id
            orderby user.Name
            select new NamedReader(user.Id, user.Name, user.LeftAt != null)
        ).ToListAsync(cancel);
        MayShow = Readers.Any(reader => reader.UserId == viewer.UserId);
        var named = Readers.Select(reader => reader.UserId.ToString()).ToHashSet();
        People =
        [
            .. (await choices.PeopleAsync(cancel)).Where(item => !named.Contains(item.Value)),
        ];
        return true;
    }
}
