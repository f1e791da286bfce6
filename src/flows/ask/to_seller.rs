//! Sending the seller a message before support is asked: once, whatever happens on the way.

use contract::{ConversationRequest, MessageRequest, Order};

use super::draft::{self, Draft};
use crate::api::{self, ApiError, urls};

/// Sends a draft's words to the seller of its order, and forgets it once they have arrived; the conversation's id.
///
/// # Errors
/// [`ApiError`].
pub async fn send_to_seller(draft: &Draft, owner: &str) -> Result<String, ApiError> {
    let text = draft.words_to_seller().trim().to_owned();
    let request = ConversationRequest { kind: "seller".to_owned(), order_id: draft.order.clone(), text: text.clone() };
    let conversation = match api::put(&urls::conversation(&draft.id), &request).await {
        Ok(_) => draft.id.clone(),
        Err(ApiError::Refused(problem)) if problem.code == "conversation_exists" => {
            let conversation = conversation_of(&draft.order).await?;
            api::put(&urls::message(&conversation, &draft.id), &MessageRequest { text }).await?;
            conversation
        }
        // An attempt that seemed lost had arrived, with the words of then.
        Err(ApiError::Refused(problem)) if problem.code == "client_id_reused" => {
            api::put(&urls::message(&draft.id, &draft.case_id), &MessageRequest { text }).await?;
            draft.id.clone()
        }
        Err(error) => return Err(error),
    };
    draft::forget(owner, &draft.id);
    Ok(conversation)
}

async fn conversation_of(order: &str) -> Result<String, ApiError> {
    let text = api::get_once(&urls::order(order)).await?;
    let order: Order = serde_json::from_str(&text).map_err(|_| ApiError::Malformed)?;
    order.conversation_id.ok_or(ApiError::NotFound)
}
