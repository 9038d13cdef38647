namespace Moothall.Features.Shared;

/// <summary>What a person is told when a page can't be shown: a title, what happened, and what to do next.</summary>
public sealed record ErrorWords(string Title, string Happened, string Next)
{
    /// <summary>The words for an HTTP status; a refusal may bring its own reason. Unseen and absent read the same (settled question 20).</summary>
    public static ErrorWords For(int status, string? reason) =>
        status switch
        {
            400 => new(
                "The page could not be sent",
                "It may have been open too long, or something it sent could not be read. Nothing was changed.",
                "Go back, reload the page and try again."
            ),
            403 => new(
                "You may not do that",
                reason
                    ?? "Your role does not include it. Nothing was changed, and that you asked has been recorded.",
                "If you need it for your work, ask for the role that has it."
            ),
            404 => new(
                "Page not found",
                "There is no such page, or it is not one you may see.",
                "Check the address, or start again from the first page. If a link of this product led here, tell somebody below."
            ),
            413 => new(
                "That is too large to send",
                "The file or text was larger than this page accepts. Nothing was kept.",
                "Go back and send a smaller file, or the text in parts."
            ),
            429 => new(
                "Too many tries",
                "This was tried too often in a short time.",
                "Wait a few minutes, then try again."
            ),
            503 => new(
                "Sorry, this is not available at the moment",
                "The product cannot reach its records just now. What you were doing was not saved.",
                "Wait a few minutes, go back and try again. Copy what you typed first, if it still stands there."
            ),
            507 => new(
                "Sorry, there is no room left to save in",
                "The disk of the server is full. What you were doing was not saved, and nothing half of it was kept.",
                "Tell your administrator. When there is room again, go back and send it again. Copy what you typed first, if it still stands there."
            ),
            >= 500 => new(
                "Sorry, there is a problem",
                "Something went wrong on our side. What you were doing was not saved.",
                "Go back and try again in a few minutes. If it happens again, tell somebody below and quote the reference."
            ),
            _ => new(
                "That did not work",
                "The page could not answer. Nothing was changed.",
                "Go back and try again."
            ),
        };
}
