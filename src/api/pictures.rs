//! Pictures are named by paths on the backend's origin, which may not be the one that the pages come from.

use contract::{Object, Order};

use super::call::on_origin;

/// The order with addresses of its pictures that a browser can load.
#[must_use]
pub fn with_pictures(mut order: Order) -> Order {
    for object in &mut order.objects {
        object.picture = object.picture.take().map(on_origin);
    }
    order
}

/// The object with an address of its picture that a browser can load.
#[must_use]
pub fn with_picture(object: Object) -> Object {
    Object { picture: object.picture.map(on_origin), ..object }
}
