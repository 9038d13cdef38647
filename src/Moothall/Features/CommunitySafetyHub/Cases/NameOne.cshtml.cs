using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Cases;

/// <summary>An agency or a person to be named as one that may see a case.</summary>
public sealed class NameOneForm
{
    [Field("Agency", Conditional = true)]
    public Guid? Agency { get; set; }

    [Field("Or a person", Name = "Person", Conditional = true)]
    public Guid? Person { get; set; }

    [Field("Why?", Name = "Why", Required = "Say why", Limit = 1_000, Rows = 3)]
    public string Why { get; set; } = "";
}

/// <summary>Names an agency or a person who may see a case.</summary>
[Access(Permission.ManageCases)]
public sealed class NameOneModel(
    MoothallDb db,
    CaseFinder finder,
    CaseChoices choices,
    HubViewers viewers,
    TimeProvider clock
) : NamingPage(finder, choices)
{
    [BindProperty]
    public NameOneForm Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Agencies { get; private set; } = [];

    /// <summary>Names the agency or the person.</summary>
    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (!await LoadAsync(reference, cancel))
        {
            return NotFound();
        }

        var chosen = Agencies
            .Concat(People)
            .FirstOrDefault(item => item.Value == (Input.Agency ?? Input.Person)?.ToString());
        if (Input.Agency is null == Input.Person is null || chosen is null)
        {
            ModelState.AddModelError("Input.Agency", "Choose either an agency or a person");
        }
        else if (
            Case.Shares.Exists(share =>
                share.OrganisationId == Input.Agency && share.UserId == Input.Person
            )
        )
        {
            ModelState.AddModelError("Input.Agency", $"{chosen.Text} is named already");
        }
        else if (Case.Exclusions.Exists(one => one.UserId == Input.Person))
        {
            ModelState.AddModelError(
                "Input.Person",
                $"{chosen.Text} is shut out for a conflict of interest. Let them in again first"
            );
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var viewer = await viewers.CurrentAsync(cancel);
        Case.Shares.Add(
            new()
            {
                CaseId = Case.Id,
                OrganisationId = Input.Agency,
                UserId = Input.Person,
                Why = Input.Why,
            }
        );
        Case.Happened(
            CaseEventKind.VisibilityChanged,
            clock.GetUtcNow().UtcDateTime,
            viewer.Name,
            $"Named: {chosen!.Text}. {Input.Why}"
        );
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = $"{chosen.Text} may see the case.";
        return Redirect($"/Cases/{Case.Reference}/Visibility");
    }

    /// <inheritdoc/>
    protected override async Task<bool> LoadAsync(string reference, CancellationToken cancel)
    {
        Agencies = await Choices.AgenciesAsync(cancel);
        return await base.LoadAsync(reference, cancel);
    }
}
