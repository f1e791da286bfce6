//! Sending an album: one photo after the other, each once.

use contract::Upload;
use leptos::prelude::*;
use rules::upload::UploadFault;

use super::{Album, Photo};
use crate::{
    api::{self, ApiError},
    browser::{files, random},
};

impl Album {
    /// Sends what has not arrived yet, one after the other.
    ///
    /// # Errors
    /// [`ApiError`] of the first that did not arrive; those before it are not sent again.
    pub async fn send(self) -> Result<(), ApiError> {
        for photo in self.photos.get_untracked() {
            if !photo.upload.is_empty() {
                continue;
            }
            self.sending.set(Some(photo.id.clone()));
            let answer = api::upload(&photo.key, &photo.name, &photo.id).await;
            let _ = self.sending.try_set(None);
            let arrived =
                answer.and_then(|text| serde_json::from_str::<Upload>(&text).map_err(|_| ApiError::Malformed));
            match arrived {
                Ok(upload) => self.change(&photo.id, |photo| photo.upload.clone_from(&upload.id)),
                Err(error) => {
                    self.fail(&photo, &error);
                    return Err(error);
                }
            }
        }
        Ok(())
    }

    /// What the backend does not take is not tried again; what it has forgotten is another attempt.
    fn fail(self, photo: &Photo, error: &ApiError) {
        match error {
            ApiError::Refused(problem) if matches!(problem.status, 413 | 415 | 422) => {
                self.photos.update(|photos| photos.retain(|it| it.id != photo.id));
                let fault = if problem.status == 413 { UploadFault::TooLarge } else { UploadFault::Unreadable };
                self.refuse(photo.id.clone(), photo.name.clone(), fault);
                self.keep();
            }
            ApiError::NotFound => self.forget_uploads(),
            _ => {}
        }
    }

    /// The backend has not kept them any longer: they are sent anew the next time.
    pub fn forget_uploads(self) {
        self.photos.update(|photos| {
            for photo in photos {
                photo.key = random::id();
                photo.upload = String::new();
            }
        });
        self.keep();
    }

    /// They have gone along: the album is for others now.
    pub fn empty(self) {
        let all = self.photos.get_untracked();
        all.iter().for_each(|photo| files::forget(&photo.id));
        self.photos.set(Vec::new());
    }

    fn change(self, id: &str, change: impl Fn(&mut Photo)) {
        let all = |photos: &mut Vec<Photo>| photos.iter_mut().filter(|photo| photo.id == id).for_each(&change);
        let _ = self.photos.try_update(all);
        self.keep();
    }
}
