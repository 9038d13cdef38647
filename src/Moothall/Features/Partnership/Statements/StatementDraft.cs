using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Members;
using Moothall.Features.Partnership.Settings;
using Moothall.Platform.Data;

namespace Moothall.Features.Partnership.Statements;

/// <summary>
/// The drafts a partnership begins with: what is known of it from its settings, what is known of the product, and square
/// brackets where only the partnership knows. They claim nothing that nobody has checked.
/// </summary>
public static class StatementDraft
{
    /// <summary>The draft as the settings have it now.</summary>
    public static async Task<string> OfAsync(
        MoothallDb db,
        StatementKind kind,
        CancellationToken cancel
    )
    {
        var own =
            await db.Set<PartnershipSettings>().AsNoTracking().SingleOrDefaultAsync(cancel)
            ?? new()
            {
                Name = "[name of the partnership]",
                AreaName = "[area]",
                ProtocolName = "information sharing protocol",
            };
        if (kind == StatementKind.Accessibility)
        {
            return Accessibility(own);
        }

        var controllers = await db.Set<Organisation>()
            .Where(one =>
                db.Set<HubMembership>()
                    .Any(member =>
                        member.OrganisationId == one.Id
                        && member.SeesCases
                        && member.LeftOn == null
                        && member.WithdrawnAt == null
                    )
            )
            .OrderBy(one => one.Name)
            .Select(one => one.Name)
            .ToListAsync(cancel);
        return Privacy(own, controllers);
    }

    private static string ContactOf(PartnershipSettings own)
    {
        string[] ways =
        [
            own.TeamTelephone.Length > 0 ? $"* telephone: {own.TeamTelephone}" : "",
            own.TeamEmail.Length > 0 ? $"* e-mail: {own.TeamEmail}" : "",
        ];
        var known = string.Join('\n', ways.Where(way => way.Length > 0));
        return known.Length > 0 ? known : "* [telephone number and e-mail address]";
    }

    // The headings and the sentences on status and enforcement are those of the model statement that reg 8 refers to.
    private static string Accessibility(PartnershipSettings own) =>
        $"""
            This accessibility statement applies to the website on which the partners of {own.Name} refer, meet and follow up their work, and to its public pages.

            This website is run by {own.Name}. We want as many people as possible to be able to use it. You should be able to:
            * zoom in up to 300% without the text spilling off the screen
            * use it with a keyboard alone, without a mouse
            * use it on a telephone as well as on a large screen

            # How accessible this website is
            We know some parts of this website are not fully accessible:
            * the PDF copies of minutes and agendas have not been checked with a screen reader; the same text is on a page of the website and in a Word copy
            * files that partners add, such as photographs and scanned letters, are as those who sent them made them

            # Feedback and contact information
            If you need information from this website in another form, such as large print, easy read or audio, or if you find a problem that is not listed here, contact the Community Safety Team:
            {ContactOf(own)}

            We will consider your request and get back to you in [number] days.

            # Enforcement procedure
            The Equality and Human Rights Commission (EHRC) is responsible for enforcing the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 (the ‘accessibility regulations’). If you’re not happy with how we respond to your complaint, contact the Equality Advisory and Support Service (EASS): https://www.equalityadvisoryservice.com

            # Technical information about this website’s accessibility
            {own.Name} is committed to making its website accessible, in accordance with the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.

            # Compliance status
            This website is partially compliant with the Web Content Accessibility Guidelines version 2.2 AA standard, due to the non-compliances listed below.

            # Non-accessible content
            The content listed below is non-accessible for the following reasons.

            Non-compliance with the accessibility regulations: PDF copies may not give a screen reader their headings and tables in the right way (success criteria 1.3.1, info and relationships, and 1.3.2, meaningful sequence). [when this will be put right]

            Content that’s not within the scope of the accessibility regulations: files that come from others, and are neither paid for, made nor controlled by us.

            # Preparation of this accessibility statement
            The makers of this website’s program, Moothall, test every version of it: each kind of page, as each kind of user, on a wide and on a narrow screen, with the automatic test axe-core. An automatic test finds a part of the problems that people may have. [when and how the partnership or somebody for it has tested this website, and with whom]
            """;

    private static string Privacy(PartnershipSettings own, IReadOnlyList<string> controllers) =>
        $"""
            This notice says what {own.Name} does with what it knows about people in {own.AreaName}, and what your rights are.

            # Who we are
            {own.Name} is a community safety partnership: public bodies and others who work together to reduce crime and disorder and to keep people safe. Its members decide together what the partnership’s records are for and how they are kept. In law they are joint controllers (UK GDPR article 26; Data Protection Act 2018 section 58):
            {(
                controllers.Count > 0
                    ? string.Join('\n', controllers.Select(name => $"* {name}"))
                    : "* [names of the controllers]"
            )}

            They have agreed who does what in the {own.ProtocolName}. You can use your rights with any of them. It is quickest to ask the Community Safety Team:
            {ContactOf(own)}

            The data protection officer is {(
                own.DataProtectionOfficer.Length > 0 ? own.DataProtectionOfficer : "[name or post]"
            )}. {(
                own.DataProtectionContact.Length > 0
                    ? string.Join(
                        ", ",
                        own.DataProtectionContact.Split(
                            '\n',
                            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
                        )
                    )
                    : "[how to reach the data protection officer]"
            )}

            # What we use information for
            We use it to prevent and reduce crime, anti-social behaviour and re-offending, to protect people who may be harmed, and to plan what the partnership does.

            The Crime and Disorder Act 1998 gives the partnership this work (sections 5 to 7). Section 115 lets people give information to the police, councils and other public bodies where that is needed for the work. Section 17A makes the public bodies share figures in which nobody can be recognised.

            # Why the law lets us use it
            For most of the work the lawful basis is a task in the public interest or an official duty (UK GDPR article 6(1)(e)), and sometimes a legal obligation (6(1)(c)) or saving a life (6(1)(d)). Members that are not public bodies may rely on legitimate interests, such as preventing crime and safeguarding.

            Information about health, ethnic origin, beliefs, sexual life and the like is used only where there is a substantial public interest (article 9(2)(g), with Schedule 1 to the Data Protection Act 2018, paragraphs 6, 10 and 18). The same paragraphs apply to information about offences and allegations (article 10).

            Where the police or another body with law enforcement powers uses information to prevent, investigate or prosecute crime, Part 3 of the Data Protection Act 2018 applies instead. The work must then be based on law and needed for that purpose (section 35).

            # What we hold and where it comes from
            * names, dates of birth, addresses and telephone numbers
            * what happened, where and when, and the harm it did
            * where it matters: health, disability, ethnic origin, family, offences and allegations
            * what the partners have agreed to do, and what came of it

            Most of it comes from members of the partnership, and some from people who report a problem. We do not ask you for consent, because the work would often be impossible if people could refuse.

            # Who sees it
            Only people who act for a member that has signed the {own.ProtocolName} or is bound by a duty of its own, who have agreed to confidentiality, and who need it for the case. Every look at a record is written down. Some cases are open to a few members only. Information is given to a court or another body where the law wants it. It is not sold, and not used to advertise. [whether anything is sent out of the United Kingdom, and who runs the server]

            No decision about you is made by a computer alone. The program points out records that may be of the same person; people decide.

            # How long it is kept
            [how long the partnership keeps what. A usual schedule: a closed case is looked at again after six years, or at the 25th birthday of a child in it if that is later; minutes and registers are kept for six years, a referral that was not taken for one year, and the list of who looked at what for one year longer than the record.] What is no longer needed is destroyed safely. It is kept longer while a court, an inquest or a review needs it.

            # Your rights
            You may ask
            * whether we hold anything about you, and for a copy
            * that we put right what is wrong
            * that we delete something, or stop using it
            * that we stop because of your own situation (UK GDPR only)

            There is nothing to pay. We answer within one month, or tell you in that month why it takes longer. We may have to keep something back, for example where an answer would harm an investigation or somebody else. Where Part 3 of the Data Protection Act 2018 applies, your rights are in its sections 44 to 48.

            # If you are not content
            Tell us first. We acknowledge a complaint about data protection within 30 days and tell you what came of it. You may also go to the Information Commissioner, Wycliffe House, Water Lane, Wilmslow, Cheshire SK9 5AF, telephone 0303 123 1113, https://ico.org.uk/make-a-complaint, or to a court.

            # This website
            It sets only the cookies without which nobody could sign in and stay signed in; it does not follow you to other websites. What signed-in people do here is recorded, so that misuse can be found.
            """;
}
