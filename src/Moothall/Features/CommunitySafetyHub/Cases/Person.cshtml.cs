using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Referrals;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Cases;

/// <summary>Adds or changes a person of a case, by the same form and rules as a referral's.</summary>
[Access(Permission.ManageCases)]
public sealed class PersonModel(
    MoothallDb db,
    CaseFinder finder,
    ReferralRows rows,
    HubViewers viewers,
    TimeProvider clock
) : PageModel
{
    [BindProperty]
    public PersonForm Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public HubCase Case { get; private set; } = null!;

    /// <summary>The person being changed; nothing while one is added.</summary>
    public CasePerson? Person { get; private set; }

    /// <summary>The kinds of value that are held for named people.</summary>
    public IReadOnlyList<ProtectedValue> Held { get; private set; } = [];

    /// <summary>Shows the form; what is protected is not in it.</summary>
    public async Task<IActionResult> OnGetAsync(
        string reference,
        Guid? id,
        CancellationToken cancel
    )
    {
        if (!await LoadAsync(reference, id, cancel))
        {
            return NotFound();
        }

        if (Person is { } person)
        {
            (Version, Input) = (person.Version, ReferralForm.Of(person));
        }

        return Page();
    }

    /// <summary>Saves the person.</summary>
    public async Task<IActionResult> OnPostAsync(
        string reference,
        Guid? id,
        CancellationToken cancel
    )
    {
        if (!await LoadAsync(reference, id, cancel))
        {
            return NotFound();
        }

        var viewer = await viewers.CurrentAsync(cancel);
        foreach (var (field, message) in Problems(viewer))
        {
            ModelState.AddModelError($"Input.{field}", message);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var person = Person ?? New(Case.Id);
        if (Person is null)
        {
            db.Add(person);
        }
        else
        {
            db.ExpectWhole(person, Version);
        }

        var before = person.Telephones.Select(one => one.Number).Order().ToList();
        var kept = person.Telephones.ToList();
        var values = rows.Write(Input, person, [viewer.UserId]);
        if (before.SequenceEqual(person.Telephones.Select(one => one.Number).Order()))
        {
            person.Telephones.Clear();
            person.Telephones.AddRange(kept);
        }

        Replace(values);
        Case.Happened(
            CaseEventKind.PeopleChanged,
            clock.GetUtcNow().UtcDateTime,
            viewer.Name,
            Person is null
                ? $"Person added: {Name(person)} ({DisplayNames.Of(person.Role)})"
                : $"Details of {Name(person)} changed"
        );
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = Person is null ? "The person is added." : "The details are changed.";
        return Redirect($"/Cases/{Case.Reference}");
    }

    private IEnumerable<FormProblem> Problems(HubViewer viewer)
    {
        var (address, telephone) = (HoldOf(ProtectedKind.Address), HoldOf(ProtectedKind.Telephone));
        var problems = ReferralChecks.OfPerson(
            Input,
            Case.Kind == CaseKind.Person,
            UkTime.Today(clock),
            address.Count > 0,
            telephone.Count > 0
        );
        return
        [
            .. problems,
            .. OfKept(
                "Address",
                address,
                (Input.Address + Input.Postcode).Length > 0,
                Input.AddressIsProtected,
                viewer
            ),
            .. OfKept(
                "Telephones",
                telephone,
                Input.TelephoneLines.Count > 0,
                Input.TelephonesAreProtected,
                viewer
            ),
        ];
    }

    /// <summary>What is kept may be replaced by those named only, and never by a value that everybody reads.</summary>
    private static IEnumerable<FormProblem> OfKept(
        string field,
        List<ProtectedValue> held,
        bool isTyped,
        bool isProtected,
        HubViewer viewer
    )
    {
        if (held.Count == 0 || !isTyped)
        {
            yield break;
        }

        if (!isProtected)
        {
            yield return new(
                field,
                "This is held for named people only. Leave it empty, or tick that it must be kept from someone"
            );
        }
        else if (held.Exists(one => one.Readers.TrueForAll(r => r.UserId != viewer.UserId)))
        {
            yield return new(field, "Only those named as its readers may change what is kept");
        }
    }

    private List<ProtectedValue> HoldOf(ProtectedKind kind) =>
        [.. Held.Where(value => value.Kind == kind)];

    /// <summary>New values take the place of those of the same kind; whoever could read the old ones can read the new.</summary>
    private void Replace(IReadOnlyList<ProtectedValue> values)
    {
        foreach (var value in values)
        {
            var readers = HoldOf(value.Kind)
                .SelectMany(one => one.Readers)
                .Select(reader => reader.UserId)
                .Except(value.Readers.Select(reader => reader.UserId))
                .ToList();
            value.Readers.AddRange(
                readers.Select(userId => new ProtectedValueReader
                {
                    ValueId = value.Id,
                    UserId = userId,
                })
            );
        }

        var kinds = values.Select(value => value.Kind).ToHashSet();
        db.RemoveRange(Held.Where(value => kinds.Contains(value.Kind)));
        db.AddRange(values);
    }

    private static string Name(CasePerson person) =>
        person.FullName.Length > 0 ? person.FullName : person.KnownAs;

    private static CasePerson New(Guid caseId) =>
        new()
        {
            CaseId = caseId,
            Role = PersonRole.Other,
            GivenNames = "",
            FamilyName = "",
        };

    private async Task<bool> LoadAsync(string reference, Guid? id, CancellationToken cancel)
    {
        if (await finder.ToManageAsync(reference, cancel) is not { } found)
        {
            return false;
        }

        Case = found;
        if (id is null)
        {
            return true;
        }

        Person = await db.Set<CasePerson>()
            .Include(one => one.Telephones)
            .SingleOrDefaultAsync(one => one.Id == id && one.CaseId == found.Id, cancel);
        Held = await db.Set<ProtectedValue>()
            .Include(value => value.Readers)
            .Where(value => value.PersonId == id)
            .ToListAsync(cancel);
        return Person is not null;
    }
}
