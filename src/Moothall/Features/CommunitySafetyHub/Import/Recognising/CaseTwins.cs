using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Platform.Documents.Doubts;

namespace Moothall.Features.CommunitySafetyHub.Import.Recognising;

/// <summary>Asks about a case that seems to be here already: by its old reference, or by a person's name and date of birth (settled 14).</summary>
internal static class CaseTwins
{
    public static void Ask(
        RowValues row,
        string reference,
        List<PlannedPerson> people,
        PlanBook book
    )
    {
        var folded = NormalisedName.Of(reference);
        var normal = HumanReference.Normalise(reference);
        var same = book.World.Cases.FirstOrDefault(one =>
            (folded.Length > 0 && NormalisedName.Of(one.OldReference) == folded)
            || one.Reference == normal
        );
        var twin = same is not null
            ? null
            : book.World.Cases.FirstOrDefault(one =>
                one.People.Any(other =>
                    people.Exists(person =>
                        person.Born is { } born
                        && born == other.Born
                        && NormalisedName.Of(person.Name.FamilyName) == other.Family
                        && NormalisedName.Of(person.Name.GivenNames) == other.Given
                    )
                )
            );
        if ((same ?? twin) is not { } here)
        {
            return;
        }

        book.Shown.Add(here.Id);
        var value = same is not null
            ? reference
            : string.Join(", ", people.Select(person => person.Name.Full));
        _ = row.Answered(
            book.Questions.Ask(
                "here",
                value,
                same is not null
                    ? $"“{value}” seems to be here already, as {here.Reference}, {here.Title}. What should be done with it?"
                    : $"{value}, with the same date of birth, is in {here.Reference}, {here.Title}. Is this another matter?",
                [
                    new(QuestionBook.LeaveOut, "Leave it out: it is the same case"),
                    new(QuestionBook.AsNew, "Bring it in as another case"),
                ],
                QuestionBook.LeaveOut,
                certain: same is not null
            ),
            $"It is here already, as {here.Reference}."
        );
    }
}
