using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Cases;

/// <summary>Two rows said to be one person.</summary>
public sealed class LinkForm
{
    [Field("Which of these is the same person?", Required = "Choose the person")]
    public Guid? Other { get; set; }

    [Field("Why?", Name = "Why", Required = "Say why", Limit = 1_000, Rows = 2)]
    public string Why { get; set; } = "";
}

/// <summary>A link as its page shows it.</summary>
public sealed record LinkLine(Guid Id, string Name, string Reference, string Why);

/// <summary>Links and unlinks a person with the same person in other cases, with reasons; nothing is merged (settled 1).</summary>
[Access(Permission.ManageCases)]
public sealed class LinksModel(
    MoothallDb db,
    CaseFinder finder,
    HubViewers viewers,
    ReadNotes reads
) : PageModel
{
    public LinkForm Input { get; private set; } = new();
    public ReasonForm Undo { get; private set; } = new();
    public HubCase Case { get; private set; } = null!;
    public CasePerson Person { get; private set; } = null!;
    public IReadOnlyList<LinkLine> Linked { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Candidates { get; private set; } = [];

    /// <summary>Shows the links, and who else may be the same.</summary>
    public async Task<IActionResult> OnGetAsync(
        string reference,
        Guid id,
        CancellationToken cancel
    ) => await LoadAsync(reference, id, cancel) ? Page() : NotFound();

    /// <summary>Links.</summary>
    public async Task<IActionResult> OnPostLinkAsync(
        string reference,
        Guid id,
        [Bind(Prefix = "Input")] LinkForm form,
        CancellationToken cancel
    )
    {
        if (!await LoadAsync(reference, id, cancel))
        {
            return NotFound();
        }

        Input = form;
        if (form.Other is { } other && Candidates.All(item => item.Value != other.ToString()))
        {
            ModelState.AddModelError("Input.Other", "Choose the person from the list");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.Add(
            new PersonLink
            {
                FirstId = Person.Id,
                SecondId = form.Other!.Value,
                Why = form.Why,
            }
        );
        TempData["Notice"] = "They are linked as the same person.";
        return Redirect($"/Cases/{Case.Reference}/Person/{id}/Links");
    }

    /// <summary>Unlinks, with the reason.</summary>
    public async Task<IActionResult> OnPostUnlinkAsync(
        string reference,
        Guid id,
        Guid link,
        [Bind(Prefix = "Undo")] ReasonForm form,
        CancellationToken cancel
    )
    {
        if (
            !await LoadAsync(reference, id, cancel)
            || Linked.All(line => line.Id != link)
            || await db.Set<PersonLink>().SingleOrDefaultAsync(one => one.Id == link, cancel)
                is not { } found
        )
        {
            return NotFound();
        }

        Undo = form;
        if (!ModelState.IsValid)
        {
            return Page();
        }

        found.UnlinkedBecause = form.Why;
        TempData["Notice"] = "They are no longer linked.";
        return Redirect($"/Cases/{Case.Reference}/Person/{id}/Links");
    }

    private async Task<bool> LoadAsync(string reference, Guid id, CancellationToken cancel)
    {
        var viewer = await viewers.CurrentAsync(cancel);
        if (
            !viewer.IsTeam
            || await finder.ToManageAsync(reference, cancel) is not { } found
            || await db.Set<CasePerson>()
                .AsNoTracking()
                .SingleOrDefaultAsync(one => one.Id == id && one.CaseId == found.Id, cancel)
                is not { } person
        )
        {
            return false;
        }

        (Case, Person) = (found, person);
        var links = await db.Set<PersonLink>()
            .AsNoTracking()
            .Where(one => one.UnlinkedBecause == "" && (one.FirstId == id || one.SecondId == id))
            .ToListAsync(cancel);
        var linked = links.ToDictionary(one => one.FirstId == id ? one.SecondId : one.FirstId);
        var others = await OthersAsync(viewer, [.. linked.Keys], cancel);
        Linked =
        [
            .. others
                .Where(one => linked.ContainsKey(one.Person.Id))
                .Select(one => new LinkLine(
                    linked[one.Person.Id].Id,
                    one.Person.FullName,
                    one.Reference,
                    linked[one.Person.Id].Why
                )),
        ];
        Candidates =
        [
            .. others
                .Where(one => !linked.ContainsKey(one.Person.Id))
                .Select(one => new SelectListItem(
                    $"{one.Person.FullName}, {(one.Person.DateOfBirth is { } born ? UkTime.Date(born) : "date of birth not known")}, in {one.Reference}",
                    one.Person.Id.ToString()
                )),
        ];
        return true;
    }

    /// <summary>People of other visible cases who share the family name or the date of birth, or are linked already.</summary>
    private async Task<List<(CasePerson Person, string Reference)>> OthersAsync(
        HubViewer viewer,
        List<Guid> linked,
        CancellationToken cancel
    )
    {
        var (family, born, caseId) = (Person.SearchFamilyName, Person.DateOfBirth, Case.Id);
        var found = await (
            from person in db.Set<CasePerson>().AsNoTracking()
            join hubCase in db.Set<HubCase>().VisibleTo(viewer, db)
                on person.CaseId equals hubCase.Id
            where
                hubCase.Id != caseId
                && (
                    linked.Contains(person.Id)
                    || (family != "" && person.SearchFamilyName == family)
                    || (born != null && person.DateOfBirth == born)
                )
            orderby hubCase.Reference, person.Id
            select new
            {
                person,
                hubCase.Reference,
                hubCase.Id,
            }
        )
            .Take(50)
            .ToListAsync(cancel);
        found.ForEach(one => reads.Note("Case", one.Id));
        return found.ConvertAll(one => (one.person, one.Reference));
    }
}
