using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Import.Recognising;
using Moothall.Features.Partnership.Topics;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.Import;

/// <summary>Opens a case that was planned, with its people, places and notes, and says on its timeline where it came from.</summary>
internal static class CaseWriting
{
    public static async Task WriteAsync(
        MoothallDb db,
        ImportPen pen,
        ProtectedSeal seal,
        PlannedCase planned,
        string reference,
        CancellationToken cancel
    )
    {
        var hubCase = new HubCase
        {
            BodyId = pen.Import.BodyId,
            Reference = reference,
            OldReference = planned.OldReference,
            Kind = planned.Kind,
            Title = planned.Title,
            Visibility = planned.Visibility,
            OpenedAt =
                planned.OpenedOn == pen.Today
                    ? pen.Now
                    : UkTime.ToUtc(planned.OpenedOn, TimeOnly.MinValue),
        };
        if (planned.IsMonitored)
        {
            hubCase.Monitor();
        }

        foreach (var topic in planned.Topics)
        {
            hubCase.Topics.Add((await db.Set<Topic>().FindAsync([topic.Id], cancel))!);
        }

        pen.Add(hubCase, reference, planned.Place);
        Say(pen, hubCase, planned);
        Share(pen, hubCase, planned);
        for (var order = 0; order < planned.People.Count; order++)
        {
            var person = Person(pen, hubCase, planned.People[order], order, planned.Place);
            Keep(pen, seal, hubCase, planned.People[order], person, planned.Place);
        }

        for (var order = 0; order < planned.Places.Count; order++)
        {
            pen.Add(
                new CasePlace
                {
                    CaseId = hubCase.Id,
                    Description = planned.Places[order],
                    Order = order,
                },
                reference,
                planned.Place
            );
        }

        foreach (var note in planned.Notes)
        {
            pen.Add(
                new CaseNote
                {
                    CaseId = hubCase.Id,
                    AuthorId = pen.Viewer.UserId,
                    AuthorName = pen.Viewer.Name,
                    At = pen.Now,
                    Text = $"{note}\n{pen.Whence}.",
                    // Nobody knows any more which words of an old list were fact; none is made out to be (R14.7).
                    IsOpinion = true,
                },
                reference,
                planned.Place
            );
        }
    }

    private static void Say(ImportPen pen, HubCase hubCase, PlannedCase planned)
    {
        var was = planned.OldReference.Length > 0 ? $" It was called {planned.OldReference}." : "";
        hubCase.Happened(
            CaseEventKind.BroughtIn,
            pen.Now,
            pen.Viewer.Name,
            $"{pen.Whence} ({pen.Import.Reference}).{was}"
        );
        pen.Remember(hubCase.Events[^1], hubCase.Reference, planned.Place);
    }

    private static void Share(ImportPen pen, HubCase hubCase, PlannedCase planned)
    {
        if (planned.Agency?.OrganisationId is { } organisation)
        {
            pen.Add(
                new CaseShare
                {
                    CaseId = hubCase.Id,
                    OrganisationId = organisation,
                    Why = $"Named in the list it came from ({pen.Import.Reference})",
                },
                hubCase.Reference,
                planned.Place
            );
        }

        if (hubCase.Visibility == CaseVisibility.NamedPeople)
        {
            // Somebody must be named, or the case would be lost to everyone.
            pen.Add(
                new CaseShare
                {
                    CaseId = hubCase.Id,
                    UserId = pen.Viewer.UserId,
                    Why = $"Brought it in ({pen.Import.Reference})",
                },
                hubCase.Reference,
                planned.Place
            );
        }
    }

    private static CasePerson Person(
        ImportPen pen,
        HubCase hubCase,
        PlannedPerson planned,
        int order,
        string place
    )
    {
        var person = new CasePerson
        {
            CaseId = hubCase.Id,
            Role = planned.Role,
            Order = order,
            GivenNames = planned.Name.GivenNames,
            FamilyName = planned.Name.FamilyName,
            DateOfBirth = planned.Born,
            EstimatedAge = planned.Age,
            AgeNotKnownBecause =
                planned.Born is null && planned.Age is null ? PlannedPerson.NotKnownBecause : "",
            Address = planned.Address,
            Postcode = planned.Postcode,
        };
        pen.Add(person, hubCase.Reference, place);
        var numbers = planned.TelephoneNumbers.ToArray();
        for (var at = 0; at < numbers.Length; at++)
        {
            var number = PersonRules.Telephone(numbers[at]);
            pen.Add(
                new PersonTelephone
                {
                    PersonId = person.Id,
                    Number = number.AsTyped,
                    Digits = number.Digits,
                    Order = at,
                },
                hubCase.Reference,
                place
            );
        }

        return person;
    }

    // What the list says must not be disclosed is shown to whoever brought it, until they name others.
    private static void Keep(
        ImportPen pen,
        ProtectedSeal seal,
        HubCase hubCase,
        PlannedPerson planned,
        CasePerson person,
        string place
    )
    {
        foreach (var (kind, value) in planned.IsKept ? planned.Hidden : [])
        {
            var kept = pen.Add(
                new ProtectedValue
                {
                    PersonId = person.Id,
                    Kind = kind,
                    Sealed = seal.Seal(value),
                    Why =
                        $"The list it came from says that it must not be disclosed ({pen.Import.Reference})",
                },
                hubCase.Reference,
                place
            );
            pen.Add(
                new ProtectedValueReader { ValueId = kept.Id, UserId = pen.Viewer.UserId },
                hubCase.Reference,
                place
            );
        }
    }
}
